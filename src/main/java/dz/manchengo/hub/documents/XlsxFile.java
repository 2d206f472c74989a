package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.PackageParts.Relation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/** Reads an XLSX workbook part by part as streams, after its archive was found harmless. */
final class XlsxFile {
  private final Archive archive;
  private final Limits limits;
  private final Volume volume;
  private final HiddenPlaces hidden = new HiddenPlaces();

  private final Path folder;
  private final List<RowSpool> spools = new ArrayList<>();

  private XlsxFile(Archive archive, Limits limits, Path folder) {
    this.archive = archive;
    this.limits = limits;
    this.volume = new Volume(limits);
    this.folder = folder;
  }

  /**
   * Reads a workbook.
   *
   * @param folder for the rows on their way; the file that is returned removes them when closed
   */
  static SourceFile read(Path content, String name, Limits limits, Path folder)
      throws UnreadableFile, IOException {
    try (Archive archive = Archive.open(content, limits)) {
      String kind = kind(archive.names());
      if (!kind.equals("xlsx")) {
        throw Refusal.wrongType(name, "reason.type." + kind);
      }
      archive.check();
      if (PackageParts.hasMacros(archive)) {
        throw Refusal.wrongType(name, "reason.type.xlsm");
      }
      XlsxFile file = new XlsxFile(archive, limits, folder);
      try {
        return file.read();
      } catch (UnreadableFile | IOException | RuntimeException e) {
        file.discard();
        throw e;
      }
    } catch (ZipException e) {
      throw Refusal.unreadable("reason.archive-damaged");
    }
  }

  private static String kind(Set<String> names) {
    if (names.contains("xl/workbook.bin")) {
      return "xlsb";
    }
    if (names.stream().anyMatch(n -> n.endsWith("vbaproject.bin"))) {
      return "xlsm";
    }
    if (names.stream().anyMatch(n -> n.startsWith("xl/"))) {
      return "xlsx";
    }
    if (names.stream().anyMatch(n -> n.startsWith("word/"))) {
      return "word";
    }
    if (names.contains("mimetype") && names.contains("content.xml")) {
      return "ods";
    }
    return names.stream().anyMatch(n -> n.endsWith(".iwa")) ? "numbers" : "zip";
  }

  private SourceFile read() throws UnreadableFile, IOException {
    Relation main =
        PackageParts.first(PackageParts.relations(archive, ""), "officeDocument")
            .orElseThrow(Refusal::damagedWorkbook);
    if (main.strict()) {
      throw Refusal.unreadable("reason.strict");
    }
    WorkbookXml workbook = new WorkbookXml();
    parse(main.part(), workbook);
    Map<String, Relation> relations = PackageParts.relations(archive, main.part());
    List<SourceSheet> sheets = sheets(workbook, relations);
    return new SourceFile(
        "XLSX", detected(workbook, sheets), null, sheets, hidden.findings(), this::discard);
  }

  private void discard() throws IOException {
    for (RowSpool spool : spools) {
      spool.close();
    }
  }

  private static Map<String, String> detected(WorkbookXml workbook, List<SourceSheet> sheets) {
    Map<String, String> detected = new LinkedHashMap<>();
    detected.put("Format", "XLSX");
    detected.put(
        "{reason.read.1904}", workbook.date1904() ? "{reason.read.yes}" : "{reason.read.no}");
    detected.put("{reason.read.sheets}", String.valueOf(sheets.size()));
    return detected;
  }

  private List<SourceSheet> sheets(WorkbookXml workbook, Map<String, Relation> relations)
      throws UnreadableFile, IOException {
    CellXml.Book book = book(workbook, relations);
    List<SourceSheet> all = new ArrayList<>();
    for (WorkbookXml.Sheet sheet : workbook.sheets()) {
      Relation relation = relations.get(sheet.relation());
      if (relation == null && !sheet.relation().isEmpty()) {
        throw Refusal.damagedWorkbook();
      }
      if (relation != null && relation.type().equals("worksheet")) {
        all.add(sheet(sheet, relation, book));
      }
    }
    if (all.isEmpty()) {
      throw Refusal.unreadable("reason.no-sheet");
    }
    List<SourceSheet> filled = all.stream().filter(sheet -> !sheet.isEmpty()).toList();
    return filled.isEmpty() ? List.of(all.get(0)) : filled;
  }

  private CellXml.Book book(WorkbookXml workbook, Map<String, Relation> relations)
      throws UnreadableFile, IOException {
    SharedStringsXml strings = new SharedStringsXml(volume, new RowLimits("", limits));
    StylesXml styles = new StylesXml();
    Optional<Relation> stringsPart = PackageParts.first(relations, "sharedStrings");
    if (stringsPart.isPresent() && archive.has(stringsPart.get().part())) {
      parse(stringsPart.get().part(), strings);
    }
    Optional<Relation> stylesPart = PackageParts.first(relations, "styles");
    if (stylesPart.isPresent()) {
      parse(stylesPart.get().part(), styles);
    }
    return new CellXml.Book(strings, styles, workbook.date1904(), volume, new Texts());
  }

  private SourceSheet sheet(WorkbookXml.Sheet sheet, Relation relation, CellXml.Book book)
      throws UnreadableFile, IOException {
    SheetRows rows = new SheetRows(sheet.name(), limits, volume, folder);
    SheetXml xml = new SheetXml(sheet.name(), book, rows);
    RowSpool spool;
    MergedRanges merged;
    try {
      parse(relation.part(), xml);
      merged = xml.finish(hidden);
      spool = rows.ended();
    } catch (UnreadableFile | IOException | RuntimeException e) {
      rows.discard();
      throw e;
    }
    spools.add(spool);
    if (sheet.hidden() && !rows.isEmpty()) {
      hidden.sheet(sheet.name());
    }
    return new SourceSheet(sheet.name(), reader -> merged.read(spool, reader));
  }

  private void parse(String part, PartXml xml) throws UnreadableFile, IOException {
    InputStream in = archive.stream(part);
    if (in == null) {
      throw Refusal.damagedWorkbook();
    }
    xml.read(in);
  }
}
