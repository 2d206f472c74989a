package dz.manchengo.hub.embedded;

import dz.manchengo.hub.platform.HubHome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Boot makes its DataSource from the server's connection details, and closes it before them. */
@Configuration(proxyBeanMethods = false)
@Profile(EmbeddedProfile.NAME)
@Conditional(Unconfigured.DataSource.class)
class EmbeddedPostgresConfiguration {

  @Bean
  PostgresServer embeddedPostgres(
      HubHome home, @Value("${hub.embedded.postgres.port:15432}") int port) {
    return PostgresServer.start(home.folder("embedded"), port);
  }
}
