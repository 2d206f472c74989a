package dz.manchengo.hub.documents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One object of a JSON file, flattened: {@code {"customer": {"name": …}}} is {@code customer.name}.
 * Numbers are exact, texts stay as they are.
 */
final class JsonDocument {
  /** Arrays with the lines of a document. */
  static final Set<String> LINES =
      Set.of(
          "lines",
          "lignes",
          "items",
          "line_items",
          "lineitems",
          "invoicelines",
          "orderlines",
          "details",
          "articles");

  /** A document is held whole (decision 0012). */
  private static final int MOST_LINES = 50_000;

  /** No amount or quantity comes near: {@code 1e999999} would fill the memory when written out. */
  private static final int MOST_DIGITS = 100;

  private final int line;
  private final boolean oneLine;
  private final JsonKeys keys;
  private final Map<String, Cell> header = new LinkedHashMap<>();
  private final List<Item> items = new ArrayList<>();
  private String array = "";

  /**
   * @param line of the file on which it begins
   * @param oneLine whether all of it stands there
   * @param keys of its file
   */
  JsonDocument(int line, boolean oneLine, JsonKeys keys) {
    this.keys = keys;
    this.line = line;
    this.oneLine = oneLine;
  }

  /** One line of the document. */
  record Item(int line, Map<String, Cell> values) {}

  /** Reads the object that the parser has just opened. */
  void read(JsonParser parser) throws IOException, JsonFlaw {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new JsonFlaw("reason.json.no-object");
    }
    object(parser, "", header, true);
  }

  boolean isNested() {
    return !array.isEmpty();
  }

  /** The rows of the document: a key that header and line share is told apart by the array's. */
  List<Item> rows() {
    if (items.isEmpty()) {
      return List.of(new Item(line, header));
    }
    List<Item> rows = new ArrayList<>(items.size());
    for (Item item : items) {
      Map<String, Cell> values = new LinkedHashMap<>(header);
      item.values.forEach(
          (key, cell) -> values.put(header.containsKey(key) ? array + "." + key : key, cell));
      rows.add(new Item(item.line, values));
    }
    return rows;
  }

  private void object(JsonParser parser, String prefix, Map<String, Cell> into, boolean top)
      throws IOException, JsonFlaw {
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      String name = prefix + checked(key);
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        object(parser, name + ".", into, false);
      } else if (token == JsonToken.START_ARRAY && top && isLines(key)) {
        lines(parser, key);
      } else {
        put(into, name, value(parser, token));
      }
    }
  }

  /** Two spellings of one field in one object must say the same. */
  private void put(Map<String, Cell> into, String name, Cell cell) throws JsonFlaw {
    String column = keys.column(name);
    Cell before = into.putIfAbsent(column, cell);
    if (before == null || cell.isBlank()) {
      return;
    }
    if (before.isBlank()) {
      into.put(column, cell);
    } else if (!before.text().strip().equals(cell.text().strip())) {
      throw new JsonFlaw("reason.json.differ", column.equals(name) ? name : column + " / " + name);
    }
  }

  /** Whether an array of that name holds the lines of a document. */
  static boolean isLines(String key) {
    return LINES.contains(key.toLowerCase(Locale.ROOT));
  }

  private void lines(JsonParser parser, String key) throws IOException, JsonFlaw {
    if (isNested()) {
      throw new JsonFlaw("reason.json.twice", key);
    }
    array = key;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        throw new JsonFlaw("reason.json.no-line", key);
      }
      if (items.size() == MOST_LINES) {
        throw new JsonFlaw("reason.json.long");
      }
      Map<String, Cell> values = new LinkedHashMap<>();
      int at = oneLine ? line : parser.currentTokenLocation().getLineNr();
      object(parser, "", values, false);
      items.add(new Item(at, values));
    }
  }

  private static Cell value(JsonParser parser, JsonToken token) throws IOException, JsonFlaw {
    return switch (token) {
      case VALUE_NULL -> Cell.blank();
      case VALUE_TRUE -> new Cell.Truth(true);
      case VALUE_FALSE -> new Cell.Truth(false);
      case VALUE_STRING -> text(checked(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      case START_ARRAY -> list(parser);
      default -> throw new JsonFlaw("reason.json.syntax", "1");
    };
  }

  private static Cell text(String text) {
    return Texts.isBlank(text) ? Cell.blank() : new Cell.Text(text);
  }

  private static Cell number(String text) throws JsonFlaw {
    BigDecimal number = new BigDecimal(text);
    if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new JsonFlaw(
          "reason.json.number", text.length() <= 20 ? text : text.substring(0, 20) + "…");
    }
    return new Cell.Numeric(number);
  }

  /** Values in a row; what is deeper has no place in a cell. */
  private static Cell list(JsonParser parser) throws IOException, JsonFlaw {
    List<String> texts = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token.isStructStart()) {
        parser.skipChildren();
        texts.add("…");
      } else {
        texts.add(value(parser, token).text());
      }
    }
    return text(String.join(", ", texts));
  }

  /** Half a character cannot be kept. */
  private static String checked(String text) throws JsonFlaw {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        throw new JsonFlaw("reason.json.surrogate");
      }
    }
    return text;
  }
}
