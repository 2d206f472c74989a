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
  /**
   * Nothing passes between mails and the headers of an exchange. Camel's producer would take its
   * mail server from them; its consumer would take a stranger's {@code moveTo} or {@code
   * CamelFileName}.
   */
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
