package dz.manchengo.hub.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * An answer after RFC 9457; {@code code} is what programs compare, {@code errors} each bad field.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String traceId,
    List<Fault> errors) {
  static final String MEDIA_TYPE = "application/problem+json";

  Problem {
    detail = detail.replace('\0', '\ufffd'); // names of fields stand in it
  }

  /**
   * One bad field.
   *
   * @param pointer JSON Pointer (RFC 6901) into the body; empty for the whole of it
   * @param rule code of the rule book, or null where none applies
   * @param severity of that rule
   * @param value as it was sent; U+FFFD for NUL, which many readers of JSON do not take
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Fault(
      @Nullable String pointer,
      @Nullable String parameter,
      @Nullable String rule,
      @Nullable String severity,
      @Nullable String value,
      String message) {
    Fault {
      pointer = shown(pointer);
      value = StringUtils.abbreviate(shown(value), "…", LONGEST_VALUE);
      message = StringUtils.abbreviate(message.replace('\0', '\ufffd'), "…", LONGEST_MESSAGE);
    }

    /** What somebody sent may be long, and stands in the sentence. */
    private static final int LONGEST_MESSAGE = 1000;

    private static final int LONGEST_VALUE = 2000;

    private static @Nullable String shown(@Nullable String text) {
      return text == null ? null : text.replace('\0', '\ufffd');
    }
  }
}
