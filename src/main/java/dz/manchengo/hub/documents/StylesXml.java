package dz.manchengo.hub.documents;

import org.xml.sax.Attributes;

/** {@code styles.xml}: the number format of each cell style. */
final class StylesXml extends SpreadsheetPart {
  private final CellStyles styles;
  private boolean cellStyles;

  StylesXml(CellStyles styles) {
    this.styles = styles;
  }

  @Override
  void open(String element, Attributes a) throws UnreadableFile {
    if (element.equals("numFmt")) {
      styles.formats().put(number(a, "numFmtId", 0), PackageParts.value(a, "formatCode"));
    } else if (element.equals("cellXfs")) {
      cellStyles = true;
    } else if (element.equals("xf") && cellStyles) {
      styles.add(number(a, "numFmtId", 0));
    }
  }

  @Override
  void close(String element) {
    cellStyles &= !element.equals("cellXfs");
  }
}
