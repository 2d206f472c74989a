package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Hints;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The hypothesis that explains a difference, as parameters of its finding. */
record Hint(Map<String, String> params) {
  static Hint of(String key) {
    return new Hint(Map.of(Hints.PARAM, key));
  }

  /** A parameter by a name of its own, so that it hides no placeholder of the rule's sentence. */
  Hint with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(params);
    more.put("hint_" + name, value.toString());
    return new Hint(more);
  }

  static Map<String, String> added(Optional<Hint> hint, Map<String, String> params) {
    Map<String, String> all = new LinkedHashMap<>(params);
    hint.ifPresent(reason -> all.putAll(reason.params()));
    return all;
  }
}
