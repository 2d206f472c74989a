package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.PackageParts.Relation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Reads an XLSX workbook part by part as streams, after its archive was found harmless. */
final class XlsxFile {
  private final Archive archive;
  private final Worksheets worksheets;

  private XlsxFile(Archive archive, Worksheets worksheets) {
    this.archive = archive;
    this.worksheets = worksheets;
  }

  /**
   * Reads a workbook.
   *
   * @param archive already checked
   * @param name as its sender named it
   */
  static SourceFile read(Archive archive, String name, Worksheets worksheets)
      throws UnreadableFile, IOException {
    if (PackageParts.hasMacros(archive)) {
      throw Refusal.wrongType(name, "reason.type.xlsm");
    }
    return new XlsxFile(archive, worksheets).read();
  }

  private SourceFile read() throws UnreadableFile, IOException {
    Relation main =
        PackageParts.first(PackageParts.relations(archive, ""), "officeDocument")
            .orElseThrow(Refusal::damagedWorkbook);
    WorkbookXml workbook = new WorkbookXml();
    parse(main.part(), workbook);
    Map<String, Relation> relations = PackageParts.relations(archive, main.part());
    CellXml.Book book = book(workbook, relations);
    for (WorkbookXml.Sheet sheet : workbook.sheets()) {
      Relation relation = relations.get(sheet.relation());
      if (relation == null && !sheet.relation().isEmpty()) {
        throw Refusal.damagedWorkbook();
      }
      if (relation != null && relation.type().equals("worksheet")) {
        worksheets.add(sheet.name(), sheet.hidden(), into -> fill(into, relation.part(), book));
      }
    }
    return worksheets.file("XLSX", workbook.date1904());
  }

  private CellXml.Book book(WorkbookXml workbook, Map<String, Relation> relations)
      throws UnreadableFile, IOException {
    Volume volume = worksheets.volume();
    SharedStringsXml strings = new SharedStringsXml(volume, worksheets.textLimits());
    CellStyles styles = new CellStyles();
    styles.setDate1904(workbook.date1904());
    Optional<Relation> stringsPart = PackageParts.first(relations, "sharedStrings");
    if (stringsPart.isPresent() && archive.has(stringsPart.get().part())) {
      parse(stringsPart.get().part(), strings);
    }
    Optional<Relation> stylesPart = PackageParts.first(relations, "styles");
    if (stylesPart.isPresent()) {
      parse(stylesPart.get().part(), new StylesXml(styles));
    }
    return new CellXml.Book(strings, styles, new Texts());
  }

  private void fill(Worksheet sheet, String part, CellXml.Book book)
      throws UnreadableFile, IOException {
    SheetXml xml = new SheetXml(sheet, book);
    parse(part, xml);
    xml.checkEnd();
  }

  private void parse(String part, PartXml xml) throws UnreadableFile, IOException {
    InputStream in = archive.stream(part);
    if (in == null) {
      throw Refusal.damagedWorkbook();
    }
    xml.read(in);
  }
}
