package dz.manchengo.hub.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What this thread does until it is closed: its marks stand in each line of the log. */
public final class Step implements AutoCloseable {
  private final Thread thread = Thread.currentThread();
  private final Map<String, @Nullable String> former = new HashMap<>();
  private final @Nullable Span span;
  private final Tracer.@Nullable SpanInScope scope;

  Step(@Nullable Tracer tracer, Span.@Nullable Builder builder, Map<String, String> marks) {
    marks.forEach(
        (name, value) -> {
          former.put(name, MDC.get(name));
          MDC.put(name, value);
        });
    if (tracer == null || builder == null) {
      span = null;
      scope = null;
    } else {
      marks.forEach(builder::tag);
      span = builder.start();
      scope = tracer.withSpan(span);
    }
  }

  /** It did not end well. */
  public void failed(Throwable why) {
    if (span != null) {
      span.error(why);
    }
  }

  /** A pause of Camel's may end it on another thread, which has marks of its own. */
  @Override
  public void close() {
    if (thread.equals(Thread.currentThread())) {
      if (scope != null) {
        scope.close();
      }
      former.forEach(Step::restore);
    }
    if (span != null) {
      span.end();
    }
  }

  private static void restore(String name, @Nullable String value) {
    if (value == null) {
      MDC.remove(name);
    } else {
      MDC.put(name, value);
    }
  }
}
