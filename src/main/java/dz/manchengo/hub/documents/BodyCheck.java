package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.BodyShape.Members;
import dz.manchengo.hub.documents.BodyShape.Property;
import dz.manchengo.hub.documents.BodyShape.Rows;
import dz.manchengo.hub.documents.BodyShape.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body beside its contract: what stands where, and everything that breaks it, each breach with
 * its JSON Pointer. Nothing is passed over: a property that nobody knows is one.
 */
final class BodyCheck {
  private static final int SHOWN = 60;

  private final List<Finding> breaches = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  /** The values of the document, or of one of its rows. */
  record Part(Place place, List<Entry> entries) {}

  /**
   * One value that keeps its contract.
   *
   * @param path as in {@code customer/code}, below the place of its part
   */
  record Entry(Property property, String path, String text) {}

  private BodyCheck() {}

  static BodyCheck of(@Nullable Object body, Members contract) {
    BodyCheck check = new BodyCheck();
    Part document = new Part(Place.row("", 1), new ArrayList<>());
    check.parts.add(document);
    check.object(body, contract, document, "", "");
    return check;
  }

  /** The document's own first, then those of its rows. */
  List<Part> parts() {
    return parts;
  }

  List<Finding> breaches() {
    return breaches;
  }

  private void object(
      @Nullable Object value, Members shape, Part part, String pointer, String path) {
    if (!(value instanceof Map<?, ?> object)) {
      String field = pointer.isEmpty() ? "reason.json.body" : pointer.substring(1);
      breach("API-002", pointer, value, "field", field, "type", "reason.json-type.object");
      return;
    }
    object.forEach(
        (key, member) -> member(String.valueOf(key), member, shape, part, pointer, path));
    for (String name : shape.required()) {
      if (object.get(name) == null) {
        breach("FMT-001", pointer + "/" + name, null, "field", path + name);
      }
    }
  }

  private void member(
      String key, @Nullable Object value, Members shape, Part part, String pointer, String path) {
    Property property = shape.properties().get(key);
    String at = pointer + "/" + JsonTree.escaped(key);
    if (property == null) {
      breach("API-001", at, value, "field", shown(path + key), "known", known(shape));
    } else if (value == null) {
      return; // null says as much as leaving it out
    } else if (property.shape() instanceof Members members) {
      object(value, members, part, at, path + key + "/");
    } else if (property.shape() instanceof Rows rows) {
      rows(key, value, rows, at);
    } else if (property.shape() instanceof Value one) {
      value(value, property, one, part, at, path + key);
    }
  }

  private void rows(String key, Object value, Rows shape, String pointer) {
    if (!(value instanceof List<?> rows)) {
      breach("API-002", pointer, value, "field", key, "type", "reason.json-type.array");
      return;
    }
    if (rows.size() < shape.fewest() || rows.size() > shape.most()) {
      breach(
          "API-004",
          pointer,
          String.valueOf(rows.size()),
          "field",
          key,
          "n",
          rows.size(),
          "from",
          shape.fewest(),
          "to",
          shape.most());
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      Part row = new Part(Place.row(key, i + 1), new ArrayList<>());
      parts.add(row);
      object(rows.get(i), shape.row(), row, pointer + "/" + i, "");
    }
  }

  private void value(
      Object value, Property property, Value shape, Part part, String at, String path) {
    if (!shape.json().contains(type(value)) && !isInteger(value, shape)) {
      breach("API-002", at, value, "field", path, "type", typeOf(shape));
      return;
    }
    String text = value.toString();
    if (text.isBlank()) {
      return;
    }
    if (text.length() > shape.longest()) {
      breach(
          "FMT-017",
          at,
          text,
          "value",
          shown(text),
          "field",
          path,
          "limit",
          "reason.limit.characters",
          "n",
          shape.longest());
    } else if (text.codePoints().anyMatch(BodyCheck::isControl)) {
      breach("API-003", at, null, "value", "…", "field", path, "form", "reason.json-form.text");
    } else if (!shape.words().isEmpty() && !shape.words().contains(text)) {
      String allowed = String.join(", ", shape.words());
      breach("FMT-014", at, text, "value", text, "field", path, "allowed", allowed);
    } else if (!fits(text, shape)) {
      breach("API-003", at, text, "value", text, "field", path, "form", form(shape));
    } else {
      part.entries().add(new Entry(property, path, text));
    }
  }

  /** Half a character, or what no text of a document has. */
  private static boolean isControl(int c) {
    return Character.getType(c) == Character.SURROGATE
        || (Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0);
  }

  private static boolean fits(String text, Value shape) {
    try {
      switch (shape.format()) {
        case "date" -> {
          return isOfOurTime(LocalDate.parse(text));
        }
        case "date-time" -> {
          return isOfOurTime(OffsetDateTime.parse(text).toLocalDate());
        }
        default -> {
          return shape.pattern() == null || shape.pattern().matcher(text).matches();
        }
      }
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Of other centuries are slips, and what {@code 0000-01-01} is a database decides by itself. */
  private static boolean isOfOurTime(LocalDate day) {
    return day.getYear() >= 1900 && day.getYear() < 2200;
  }

  private static String form(Value shape) {
    return switch (shape.format()) {
      case "date" -> "reason.json-form.date";
      case "date-time" -> "reason.json-form.moment";
      default ->
          shape.json().contains("integer") ? "reason.json-form.whole" : "reason.json-form.number";
    };
  }

  private static String type(Object value) {
    return value instanceof String
        ? "string"
        : value instanceof JsonTree.Digits
            ? "number"
            : value instanceof Boolean ? "boolean" : value instanceof Map ? "object" : "array";
  }

  /** Whether it is whole the pattern says. */
  private static boolean isInteger(Object value, Value shape) {
    return value instanceof JsonTree.Digits && shape.json().contains("integer");
  }

  private static String typeOf(Value shape) {
    return shape.json().size() > 1 ? "reason.json-type.number" : "reason.json-type.string";
  }

  private static String known(Members shape) {
    return String.join(", ", shape.properties().keySet());
  }

  private void breach(String rule, String pointer, @Nullable Object value, Object... params) {
    String text = value instanceof Map || value instanceof List ? null : text(value);
    breaches.add(RuleBook.finding(rule, Place.row("", 1).at(pointer), text, params));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : shown(value.toString());
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
