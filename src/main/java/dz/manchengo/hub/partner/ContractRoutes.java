package dz.manchengo.hub.partner;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RestRegistry;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The hub does not start while the contract and the routes differ by one operation. */
@Component
class ContractRoutes {
  private final CamelContext camel;
  private final Contract contract;

  ContractRoutes(CamelContext camel, Contract contract) {
    this.camel = camel;
    this.contract = contract;
  }

  @EventListener(ApplicationStartedEvent.class)
  void compare() {
    Set<String> routed =
        camel.getRestRegistry().listAllRestServices().stream()
            .map(ContractRoutes::call)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!routed.equals(contract.calls())) {
      throw new IllegalStateException(
          "routes/partner-api.openapi.yaml names %s, routes/partner-api.camel.yaml serves %s"
              .formatted(contract.calls(), routed));
    }
  }

  private static String call(RestRegistry.RestService service) {
    String path = "/" + service.getBasePath();
    return service.getMethod().toUpperCase(Locale.ROOT) + " " + path.replaceAll("/+", "/");
  }
}
