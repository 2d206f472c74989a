package dz.manchengo.hub.partner;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class PartnerConfiguration {
  @Bean
  Contract contract(ApiSettings settings) throws IOException {
    return Contract.read(settings.contract());
  }

  @Bean
  Keys keys(JdbcClient db) {
    return new Keys(new KeyTable(db), InstantSource.system());
  }

  @Bean
  Buckets buckets(LettuceConnectionFactory redis, @Value("${hub.zone}") ZoneId zone) {
    return new Buckets(new RedisBuckets(redis), InstantSource.system(), zone);
  }

  @Bean
  Tokens tokens(ApiSettings settings) {
    return new Tokens(settings.jwt());
  }

  /**
   * No header and no query parameter of a request becomes one of the exchange: a name that some
   * component obeys ({@code CamelFileName}, {@code moveTo}) would steer it. What goes out is what
   * the {@link Reply} set: how a body is framed is the container's business, and Camel writes
   * {@code Transfer-Encoding} beside the length of a reply that an error handler made.
   */
  @Bean
  HeaderFilterStrategy repliesOnly() {
    return new HeaderFilterStrategy() {
      @Override
      public boolean applyFilterToCamelHeaders(
          String name, @Nullable Object value, Exchange exchange) {
        return name.toLowerCase(Locale.ROOT).startsWith("camel")
            || name.equals(Exchange.CONTENT_TYPE)
            || name.equals(HttpHeaders.TRANSFER_ENCODING);
      }

      @Override
      public boolean applyFilterToExternalHeaders(
          String name, @Nullable Object value, Exchange exchange) {
        return true;
      }
    };
  }

  /** Document numbers have slashes: {@code /orders/BC%2F001} reaches the gate as it was sent. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesAndProblems(
      @Value("${hub.language}") Locale language) {
    ProblemValve.language(language);
    return tomcat -> {
      tomcat.addConnectorCustomizers(
          connector -> connector.setEncodedSolidusHandling("passthrough"));
      tomcat.addContextCustomizers(
          context -> {
            if (context.getParent() instanceof StandardHost host) {
              host.setErrorReportValveClass(ProblemValve.class.getName());
            }
          });
    };
  }
}
