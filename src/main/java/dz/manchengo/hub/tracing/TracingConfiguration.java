package dz.manchengo.hub.tracing;

import io.micrometer.observation.ObservationFilter;
import io.micrometer.tracing.Tracer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What Spring Boot's own tracing does not know of this hub. */
@Configuration(proxyBeanMethods = false)
@Conditional(CollectorNamed.class)
class TracingConfiguration {
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  Untraced untraced(Tracer tracer) {
    return new Untraced(tracer);
  }

  /** Addresses hold numbers of documents, and whatever a stranger writes into them. */
  @Bean
  ObservationFilter withoutAddresses() {
    return context -> context.removeHighCardinalityKeyValue("http.url");
  }
}
