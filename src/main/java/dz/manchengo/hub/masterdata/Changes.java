package dz.manchengo.hub.masterdata;

import dz.manchengo.hub.catalog.Card;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a row says otherwise than the record: field → value of the row. */
record Changes(Card before, Map<String, String> values) {
  private static final Map<String, String> YES =
      Map.of("is_customer", "reason.customer", "is_supplier", "reason.supplier");

  static Changes of(Card before, Map<String, String> given) {
    Map<String, String> changed = new LinkedHashMap<>(given);
    changed.entrySet().removeIf(e -> e.getValue().equals(before.value(e.getKey())));
    return new Changes(before, changed);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Old and new, in the words of the row's headers. */
  String text(MasterRow row) {
    return values.entrySet().stream()
        .map(e -> text(row, e.getKey(), e.getValue()))
        .collect(Collectors.joining(" ; "));
  }

  private String text(MasterRow row, String field, String value) {
    return row.label(field) + " " + shown(before.value(field), field) + " → " + shown(value, field);
  }

  /** Words of both languages stand in braces, see {@code reasons.tsv}. */
  private static String shown(@Nullable String value, String field) {
    return switch (Objects.requireNonNullElse(value, "–")) {
      case "true" -> "{" + YES.getOrDefault(field, "reason.read.yes") + "}";
      case "false" -> "{reason.read.no}";
      default -> Objects.requireNonNullElse(value, "–");
    };
  }
}
