package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.KnownSettings;
import dz.manchengo.hub.platform.StartCheck;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class BackupConfiguration {
  @Bean
  Places places(
      BackupSettings settings,
      HubHome home,
      ObjectProvider<CamelContext> camel,
      StartCheck check,
      KnownSettings known) {
    settings.require(check, known);
    return new Places(settings, home, camel::getObject);
  }
}
