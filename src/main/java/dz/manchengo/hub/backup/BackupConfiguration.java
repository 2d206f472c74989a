package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.HubHome;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class BackupConfiguration {
  @Bean
  @DependsOn("bucketCheck")
  Places places(BackupSettings settings, HubHome home, ObjectProvider<CamelContext> camel) {
    return new Places(settings, home, camel::getObject);
  }
}
