package dz.manchengo.hub.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * What belongs to no trace begins none, calls apart: looks into queues and probes would be nearly
 * all there is to see.
 */
final class Untraced implements TracingObservationHandler<Observation.Context> {
  private static final String MANAGEMENT = "/actuator";

  private final Tracer tracer;

  Untraced(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Decided once: a step may have ended when this is asked at the end of what it began. */
  @Override
  public boolean supportsContext(Observation.Context context) {
    return context.containsKey(Untraced.class)
        || (!context.containsKey(TracingContext.class)
            && tracer.currentSpan() == null
            && !isCall(context));
  }

  private static boolean isCall(Observation.Context context) {
    return context instanceof ServerRequestObservationContext call
        && !call.getCarrier().getRequestURI().startsWith(MANAGEMENT);
  }

  @Override
  public void onStart(Observation.Context context) {
    context.put(Untraced.class, this);
    getTracingContext(context); // meters ask for it
  }

  @Override
  public void onStop(Observation.Context context) {}

  @Override
  public void onError(Observation.Context context) {}

  @Override
  public void onEvent(Observation.Event event, Observation.Context context) {}

  @Override
  public void onScopeOpened(Observation.Context context) {}

  @Override
  public void onScopeClosed(Observation.Context context) {}

  @Override
  public Tracer getTracer() {
    return tracer;
  }
}
