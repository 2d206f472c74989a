package dz.manchengo.hub.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a row as a line of JSON, for rows that wait until their sender is told about them: a
 * text is a string, a number a number, a blank cell null, and what else a workbook knows an object
 * that names its kind.
 */
public final class KeptCells {
  private static final int LONGEST_NUMBER = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private KeptCells() {}

  /** The cells in one line. */
  public static String text(List<Cell> cells) {
    ArrayNode line = JSON.createArrayNode();
    cells.forEach(cell -> line.add(node(cell)));
    return line.toString();
  }

  /**
   * The cells again.
   *
   * @throws IllegalArgumentException if {@link #text} did not write it
   */
  public static List<Cell> cells(String line) {
    try {
      List<Cell> cells = new ArrayList<>();
      JSON.readTree(line).forEach(node -> cells.add(cell(node)));
      return cells;
    } catch (IOException e) {
      throw new IllegalArgumentException(line, e);
    }
  }

  private static JsonNode node(Cell cell) {
    if (cell.isBlank()) {
      return NullNode.getInstance();
    } else if (cell instanceof Cell.Text text) {
      return TextNode.valueOf(text.text());
    } else if (cell instanceof Cell.Numeric number) {
      return DecimalNode.valueOf(number.value());
    } else if (cell instanceof Cell.Truth truth) {
      return BooleanNode.valueOf(truth.value());
    } else if (cell instanceof Cell.Percent percent) {
      return JSON.createObjectNode().put("percent", percent.value());
    } else if (cell instanceof Cell.Dinars dinars) {
      return JSON.createObjectNode().put("dinars", dinars.value());
    } else if (cell instanceof Cell.Measured measured) {
      return JSON.createObjectNode()
          .put("unit", measured.unit().name())
          .put("value", measured.value());
    } else if (cell instanceof Cell.Coded code) {
      return JSON.createObjectNode().put("code", code.text()).put("value", code.value());
    } else if (cell instanceof Cell.Moment moment) {
      return JSON.createObjectNode().put("moment", moment.value().toString());
    } else if (cell instanceof Cell.Fault fault) {
      return JSON.createObjectNode().put("fault", fault.text());
    } else if (cell instanceof Cell.Uncalculated formula) {
      return JSON.createObjectNode().put("formula", formula.text());
    } else if (cell instanceof Cell.Broken broken) {
      return JSON.createObjectNode()
          .put("broken", broken.text())
          .put("line", broken.line())
          .put("reason", broken.reason())
          .put("detail", broken.detail())
          .put("whole", broken.whole());
    }
    throw new IllegalArgumentException("no way to keep " + cell);
  }

  private static Cell cell(JsonNode node) {
    if (node.isNull()) {
      return Cell.blank();
    } else if (node.isTextual()) {
      return new Cell.Text(node.textValue());
    } else if (node.isNumber()) {
      return new Cell.Numeric(node.decimalValue());
    } else if (node.isBoolean()) {
      return new Cell.Truth(node.booleanValue());
    }
    String kind = node.fieldNames().next();
    return switch (kind) {
      case "percent" -> new Cell.Percent(number(node, kind));
      case "dinars" -> new Cell.Dinars(number(node, kind));
      case "unit" ->
          new Cell.Measured(number(node, "value"), QuantityUnit.valueOf(text(node, kind)));
      case "code" -> new Cell.Coded(number(node, "value"), text(node, kind));
      case "moment" -> new Cell.Moment(LocalDateTime.parse(text(node, kind)));
      case "fault" -> new Cell.Fault(text(node, kind));
      case "formula" -> new Cell.Uncalculated(text(node, kind));
      case "broken" ->
          new Cell.Broken(
              node.path("line").intValue(),
              text(node, kind),
              text(node, "reason"),
              text(node, "detail"),
              node.path("whole").booleanValue());
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).textValue();
  }

  private static BigDecimal number(JsonNode node, String name) {
    return node.path(name).decimalValue();
  }
}
