package dz.manchengo.hub.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a piece of JSON cannot be read, as a phrase of {@code reasons.tsv}. */
final class JsonFlaw extends Exception {
  private static final long serialVersionUID = 1L;
  private static final Pattern DUPLICATE =
      Pattern.compile("Duplicate field '(.{1,60})", Pattern.DOTALL);

  private final String reason;
  private final String detail;

  JsonFlaw(String reason) {
    this(reason, "");
  }

  /**
   * @param detail a key, or the number of a character
   */
  JsonFlaw(String reason, String detail) {
    super(reason, null, false, false);
    this.reason = reason;
    this.detail = detail;
  }

  static JsonFlaw of(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return new JsonFlaw(
          message.contains("nesting depth") ? "reason.json.deep" : "reason.json.long");
    }
    if (e instanceof JsonEOFException) {
      return new JsonFlaw("reason.json.cut");
    }
    Matcher duplicate = DUPLICATE.matcher(message);
    if (duplicate.find()) {
      return new JsonFlaw("reason.json.twice", duplicate.group(1).replaceAll("'.*", ""));
    }
    int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    return new JsonFlaw("reason.json.syntax", String.valueOf(Math.max(1, column)));
  }

  String reason() {
    return reason;
  }

  String detail() {
    return detail;
  }

  /** For the sentence of a rule, beside others. */
  Object[] params(Object... others) {
    List<Object> params = new ArrayList<>(List.of("why", reason, "detail", detail));
    params.addAll(List.of(others));
    return params.toArray();
  }
}
