package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files to read, made on the spot. */
final class ReadingSamples {
  private static final Path FOLDER = folder();

  private ReadingSamples() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("reading");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rows, blank ones included: the row with the index i has the number i + 1. */
  static List<SourceRow> rows(SourceSheet sheet) {
    List<SourceRow> rows = new ArrayList<>();
    try {
      sheet.read(
          row -> {
            while (rows.size() < row.number() - 1) {
              rows.add(new SourceRow(rows.size() + 1, List.of()));
            }
            return rows.add(row);
          });
    } catch (UnreadableFile | IOException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  static SourceFile read(byte[] content) throws UnreadableFile {
    return read(content, ReadingHints.NONE, Limits.defaults());
  }

  static SourceFile read(String content) throws UnreadableFile {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  static SourceFile read(String content, String charset) throws UnreadableFile {
    return read(content.getBytes(Charset.forName(charset)));
  }

  static SourceFile read(byte[] content, ReadingHints hints, Limits limits) throws UnreadableFile {
    try {
      Path file = Files.createTempFile(FOLDER, "reading", ".bin");
      Files.write(file, content);
      file.toFile().deleteOnExit();
      return new FileReader(limits, FOLDER).read(file, "ventes", hints);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sentence in French with which the file is refused, after its rule. */
  static String refusal(byte[] content) {
    return refusal(content, Limits.defaults());
  }

  static String refusal(byte[] content, Limits limits) {
    try {
      SourceFile file = read(content, ReadingHints.NONE, limits);
      return "read: " + file.detected();
    } catch (UnreadableFile e) {
      return e.finding().rule() + " " + RuleBook.message(e.finding(), Locale.FRENCH);
    }
  }

  static String refusal(String content) {
    return refusal(content.getBytes(StandardCharsets.UTF_8));
  }

  /** What kind of cell it is, and what it holds. */
  static String shown(Cell cell) {
    return cell instanceof Cell.Text text ? "Text[text=" + text.text() + "]" : cell.toString();
  }

  static List<List<String>> texts(SourceSheet sheet) {
    List<List<String>> texts = new ArrayList<>();
    rows(sheet).forEach(row -> texts.add(row.cells().stream().map(Cell::text).toList()));
    return texts;
  }

  static List<List<String>> texts(SourceFile file) {
    return texts(file.sheets().get(0));
  }

  static byte[] zip(Map<String, String> entries) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    entries.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return zipOf(bytes);
  }

  static byte[] zipOf(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A workbook of one sheet with that XML in it: columns, {@code sheetData}, merged cells. */
  static byte[] workbook(String sheetXml) {
    return zip(parts(sheetXml));
  }

  /** A workbook whose first row has those cells. */
  static byte[] cells(String cellXml) {
    return workbook("<sheetData><row r=\"1\">" + cellXml + "</row></sheetData>");
  }

  /** The parts of such a workbook, to be changed before they are zipped. */
  static Map<String, String> parts(String sheetXml) {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            .formatted(relations));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr/><sheets><sheet name=\"Ventes\" r:id=\"s\"/></sheets></workbook>"
            .formatted(main, relations));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships>
          <Relationship Id="s" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>
          <Relationship Id="t" Type="%1$s/styles" Target="/xl/styles.xml"/>
          <Relationship Id="u" Type="%1$s/sharedStrings" Target="sharedStrings.xml"/>
        </Relationships>
        """
            .formatted(relations));
    parts.put(
        "xl/styles.xml",
        """
        <styleSheet xmlns="%s"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/>
        <numFmt numFmtId="171" formatCode="[h]:mm"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/>
        <xf numFmtId="20"/></cellXfs></styleSheet>
        """
            .formatted(main));
    parts.put(
        "xl/sharedStrings.xml",
        """
        <sst xmlns="%s"><si><t>Lait</t></si><si><r><t>Fro</t></r><r><t xml:space="preserve">mage </t></r>
        <rPh sb="0" eb="1"><t>phon</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si></sst>
        """
            .formatted(main));
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"%s\"><dimension ref=\"A1:XFD1048576\"/>%s</worksheet>"
            .formatted(main, sheetXml));
    return parts;
  }
}
