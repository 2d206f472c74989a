package dz.manchengo.hub.documents;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workbooks of OpenDocument, written by hand. */
final class OdsSamples {
  static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

  private static final String NAMESPACES =
      """
       xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
       xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
       xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
       xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
       xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
       xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
      """;

  private OdsSamples() {}

  static byte[] workbook(List<List<Cell>> table) {
    return ReadingSamples.zip(parts(table("Ventes", rows(table))));
  }

  static byte[] flat(List<List<Cell>> table) {
    return flat(table("Ventes", rows(table)));
  }

  /** With those tables in the spreadsheet. */
  static byte[] flat(String tables) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document"
            + NAMESPACES
            + " office:mimetype=\""
            + TYPE
            + "\">"
            + body(tables)
            + "</office:document>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The parts of a package with those tables, to be changed before they are zipped. */
  static Map<String, String> parts(String tables) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", TYPE);
    parts.put("META-INF/manifest.xml", "<manifest/>");
    parts.put(
        "content.xml",
        "<office:document-content"
            + NAMESPACES
            + ">"
            + body(tables)
            + "</office:document-content>");
    return parts;
  }

  private static String body(String tables) {
    return """
        <office:automatic-styles><style:style style:name="hidden" style:family="table">
        <style:table-properties table:display="false"/></style:style></office:automatic-styles>
        <office:body><office:spreadsheet>%s</office:spreadsheet></office:body>
        """
        .formatted(tables);
  }

  static String table(String name, String rows) {
    return "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
  }

  private static String rows(List<List<Cell>> table) {
    StringBuilder rows = new StringBuilder();
    for (List<Cell> row : table) {
      rows.append("<table:table-row>");
      row.forEach(cell -> rows.append(cell(cell)));
      rows.append("</table:table-row>");
    }
    return rows.toString();
  }

  private static String cell(Cell cell) {
    if (cell instanceof Cell.Text text) {
      String[] lines = escaped(text.text()).split("\n", -1);
      return typed(
          "string", "", "<text:p>" + String.join("</text:p><text:p>", lines) + "</text:p>");
    }
    if (cell instanceof Cell.Numeric number) {
      return typed("float", "value=\"" + number.value() + "\"", "");
    }
    if (cell instanceof Cell.Percent percent) {
      return typed("percentage", "value=\"" + percent.value().movePointLeft(2) + "\"", "");
    }
    if (cell instanceof Cell.Moment moment) {
      return typed("date", "date-value=\"" + moment.value() + "\"", "");
    }
    if (cell instanceof Cell.Truth truth) {
      return typed("boolean", "boolean-value=\"" + truth.value() + "\"", "");
    }
    return "<table:table-cell/>";
  }

  private static String typed(String type, String value, String text) {
    return "<table:table-cell office:value-type=\"%s\" %s>%s</table:table-cell>"
        .formatted(type, value.isEmpty() ? "" : "office:" + value, text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
