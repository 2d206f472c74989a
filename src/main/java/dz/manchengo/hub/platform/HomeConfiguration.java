package dz.manchengo.hub.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The lock first, then the home: released again only when every bean that uses the home is gone.
 */
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

  @Bean
  HomeLock homeLock(@Value("${hub.home:./var}") String place) {
    return HomeLock.take(HubHome.at(place));
  }

  @Bean
  HubHome hubHome(HomeLock lock) {
    return lock.home();
  }
}
