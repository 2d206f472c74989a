package dz.manchengo.hub.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Begins steps of a trace, and says how it goes on elsewhere. */
@Component
public class Traces {
  /** The first step of a submission, whatever the channel. */
  public static final String DOOR = "intake-receive";

  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");
  private static final int SAMPLED = 1;

  private final @Nullable Tracer tracer;

  Traces(ObjectProvider<Tracer> tracer) {
    this.tracer = tracer.getIfAvailable();
  }

  /** Something that may fail. */
  @FunctionalInterface
  public interface Work<E extends Exception> {
    void run() throws E;
  }

  /** The same with an outcome. */
  @FunctionalInterface
  public interface Question<T, E extends Exception> {
    T answer() throws E;
  }

  /** {@code traceparent} of what this thread does; null where that is not traced. */
  public @Nullable String current() {
    Span span = tracer == null ? null : tracer.currentSpan();
    if (span == null) {
      return null;
    }
    TraceContext context = span.context();
    String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
    return "00-%s-%s-%s".formatted(context.traceId(), context.spanId(), flags);
  }

  /** Id of the trace that this thread is in; null where there is none. */
  public @Nullable String id() {
    Span span = tracer == null ? null : tracer.currentSpan();
    return span == null ? null : span.context().traceId();
  }

  /** Does a step of what this thread is in, or the first of a trace. */
  public <E extends Exception> void step(String name, Work<E> work) throws E {
    during(begin(name), answered(work));
  }

  /** The same with an outcome. */
  public <T, E extends Exception> T ask(String name, Question<T, E> question) throws E {
    return during(begin(name), question);
  }

  /** Goes on with what began elsewhere. */
  public <E extends Exception> void step(String name, Traced traced, Work<E> work) throws E {
    during(goOn(name, traced), answered(work));
  }

  private static <E extends Exception> Question<Boolean, E> answered(Work<E> work) {
    return () -> {
      work.run();
      return true;
    };
  }

  private static <T, E extends Exception> T during(Step step, Question<T, E> question) throws E {
    try {
      return question.answer();
    } catch (Throwable e) { // of whatever kind: it is thrown again
      step.failed(e);
      throw e;
    } finally {
      step.close();
    }
  }

  /** Says more of the step that this thread is in. */
  public void mark(String name, long value) {
    Span span = tracer == null ? null : tracer.currentSpan();
    if (span != null) {
      span.tag(name, value);
    }
  }

  /** A step of what this thread is in, or the first of a trace. */
  Step begin(String name) {
    return new Step(tracer, tracer == null ? null : tracer.spanBuilder().name(name), Map.of());
  }

  /** A step of what began elsewhere. */
  public Step goOn(String name, Traced traced) {
    Span.Builder builder = tracer == null ? null : tracer.spanBuilder().name(name);
    TraceContext parent = tracer == null ? null : parent(tracer, traced.traceparent());
    if (builder != null) {
      builder = parent == null ? builder.setNoParent() : builder.setParent(parent);
    }
    return new Step(tracer, builder, traced.marks());
  }

  private static @Nullable TraceContext parent(Tracer tracer, @Nullable String traceparent) {
    Matcher parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return parts.matches()
        ? tracer
            .traceContextBuilder()
            .traceId(parts.group(1))
            .spanId(parts.group(2))
            .sampled((Integer.parseInt(parts.group(3), 16) & SAMPLED) != 0)
            .build()
        : null;
  }
}
