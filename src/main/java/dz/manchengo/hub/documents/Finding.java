package dz.manchengo.hub.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired.
 *
 * @param rule stable code of the rule, for example {@code INV-007}
 * @param severity as applied: a feed may raise a warning or switch it off
 * @param document number of the document, null when the file or a lone row is meant
 * @param place where
 * @param value the value as received, null when there is none
 * @param params values of the message's {@code {placeholders}}
 */
public record Finding(
    String rule,
    Severity severity,
    @Nullable String document,
    Place place,
    @Nullable String value,
    Map<String, String> params) {

  public Finding {
    params = Map.copyOf(params);
  }

  public Finding withDocument(@Nullable String number) {
    return new Finding(rule, severity, number, place, value, params);
  }

  public Finding withSeverity(Severity applied) {
    return new Finding(rule, applied, document, place, value, params);
  }

  /** With that sentence of {@code hints.tsv} behind its own. */
  Finding withHint(String key) {
    return with(Hints.PARAM, key);
  }

  /** With one more parameter. */
  public Finding with(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(params);
    more.put(name, text);
    return new Finding(rule, severity, document, place, value, more);
  }

  /** Without the remark that a provisional record was made, where it was not made after all. */
  public Finding withoutRecord() {
    if (!Hints.CREATED.equals(params.get(Hints.PARAM))) {
      return this;
    }
    Map<String, String> rest = new LinkedHashMap<>(params);
    rest.remove(Hints.PARAM);
    return new Finding(rule, severity, document, place, value, rest);
  }

  /** As it is told where nothing is posted. */
  public Finding asForeseen() {
    return Hints.CREATED.equals(params.get(Hints.PARAM))
        ? with(Hints.PARAM, Hints.WOULD_BE_CREATED)
        : this;
  }

  /** Pairs of name and value, as {@code params("value", "12,5", "field", "Qté")}. */
  public static Map<String, String> params(Object... namesAndValues) {
    Map<String, String> params = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      params.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
    }
    return params;
  }
}
