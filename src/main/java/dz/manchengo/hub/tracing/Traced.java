package dz.manchengo.hub.tracing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work that goes on with what began elsewhere, perhaps in a former run of the hub. */
public interface Traced {
  /** W3C {@code traceparent} of what it goes on with; null where that was not traced. */
  @Nullable String traceparent();

  /** What its lines in the log and its span are found by, {@code submission} for example. */
  Map<String, String> marks();
}
