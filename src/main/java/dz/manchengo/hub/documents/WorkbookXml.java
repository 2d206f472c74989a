package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;

/** {@code workbook.xml}: the sheets in their order, and which calendar counts the days. */
final class WorkbookXml extends SpreadsheetPart {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private final List<Sheet> sheets = new ArrayList<>();
  private boolean date1904;

  record Sheet(String name, String relation, boolean hidden) {}

  @Override
  void open(String element, Attributes a) {
    if (element.equals("workbookPr")) {
      date1904 = isTrue(a, "date1904");
    } else if (element.equals("sheet")) {
      String relation = a.getValue(RELATIONS, "id");
      relation = relation == null ? a.getValue(STRICT_RELATIONS, "id") : relation;
      String state = PackageParts.value(a, "state");
      sheets.add(
          new Sheet(
              PackageParts.value(a, "name"),
              relation == null ? "" : relation,
              state.equals("hidden") || state.equals("veryHidden")));
    }
  }

  List<Sheet> sheets() {
    return sheets;
  }

  boolean date1904() {
    return date1904;
  }
}
