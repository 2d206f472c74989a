package dz.manchengo.hub.notices;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SmtpSettings.class, Subscriptions.class})
class NoticesConfiguration {
  /** Camel's mail producer would make mail headers and settings of an exchange's headers. */
  @Bean
  HeaderFilterStrategy noHeaders() {
    return new HeaderFilterStrategy() {
      @Override
      public boolean applyFilterToCamelHeaders(
          String name, @Nullable Object value, Exchange exchange) {
        return true;
      }

      @Override
      public boolean applyFilterToExternalHeaders(
          String name, @Nullable Object value, Exchange exchange) {
        return true;
      }
    };
  }
}
