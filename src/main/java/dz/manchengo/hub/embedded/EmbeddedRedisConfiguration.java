package dz.manchengo.hub.embedded;

import dz.manchengo.hub.platform.HubHome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Independent of PostgreSQL: a site may have the one and not the other. */
@Configuration(proxyBeanMethods = false)
@Conditional(Unconfigured.Redis.class)
@ConditionalOnClass(name = "redis.embedded.core.ExecutableProvider")
class EmbeddedRedisConfiguration {

  @Bean
  RedisServer embeddedRedis(HubHome home, @Value("${hub.embedded.redis.port:16379}") int port) {
    return RedisServer.start(home.folder("embedded"), port);
  }
}
