package dz.manchengo.hub.tracing;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/**
 * Makes a route's exchange a step: where its body goes on with something, or the thread is in a
 * trace already. Looks at a folder or a queue that find nothing are no traces.
 */
@Component
class TracedRoutes implements RoutePolicyFactory {
  private final Traces traces;

  TracedRoutes(Traces traces) {
    this.traces = traces;
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
    return new Policy(traces, "hub-step-" + routeId);
  }

  private static final class Policy extends RoutePolicySupport {
    private final Traces traces;
    private final String property;

    Policy(Traces traces, String property) {
      this.traces = traces;
      this.property = property;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
      boolean first = route.getId().equals(exchange.getFromRouteId());
      if (first && exchange.getMessage().getBody() instanceof Traced traced) {
        exchange.setProperty(property, traces.goOn(route.getId(), traced));
      } else if (traces.current() != null) {
        exchange.setProperty(property, traces.begin(route.getId()));
      }
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
      if (exchange.removeProperty(property) instanceof Step step) {
        if (exchange.getException() != null) {
          step.failed(exchange.getException());
        }
        step.close();
      }
    }
  }
}
