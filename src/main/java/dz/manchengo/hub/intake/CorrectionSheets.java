package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.SourceRow;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.intake.Evidence.Reason;
import dz.manchengo.hub.intake.SheetFrame.Width;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * « À corriger »: the refused rows with exactly their original columns, and behind them what was
 * wrong. The sheet can be corrected and dropped as it is: the reader passes over columns whose name
 * begins with « Hub : ».
 */
final class CorrectionSheets {
  /** Two lines. */
  private static final int HEADER_POINTS = 32;

  private static final String NO_COLUMNS = "";

  /** Between an answer's own sheet and the sheet of the file that it answered. */
  private static final String FROM = " ← ";

  private static final int WIDEST_ORIGINAL = 28;

  /**
   * Excel bears 1,048,576; half of that stays below what the hub itself takes in of one sheet when
   * it comes back corrected.
   */
  private static final int MOST_ROWS = 500_000;

  /** Sheet, row, column, value, expected, reason, rule. */
  private static final List<Width> HUB_WIDTHS =
      List.of(
          new Width(10, 18),
          Width.of(8),
          new Width(11, 20),
          new Width(16, 24),
          new Width(12, 34),
          new Width(30, 50),
          new Width(9, 12));

  private final List<Answer.Said> ofFile;
  private final OriginalRows original;
  private final AcknowledgementWorkbook.Detected detected;
  private final Texts texts;
  private final int rowsOfSheet;
  private int sheets;

  CorrectionSheets(
      Evidence evidence,
      OriginalRows original,
      AcknowledgementWorkbook.Detected detected,
      Texts texts) {
    this(evidence, original, detected, texts, MOST_ROWS);
  }

  /** With sheets of that many rows. */
  CorrectionSheets(
      Evidence evidence,
      OriginalRows original,
      AcknowledgementWorkbook.Detected detected,
      Texts texts,
      int rowsOfSheet) {
    this.ofFile = evidence.ofFile();
    this.original = original;
    this.detected = detected;
    this.texts = texts;
    this.rowsOfSheet = rowsOfSheet;
  }

  void write(Workbook book, SheetStyles styles) throws UnreadableFile, IOException {
    Map<Alike, List<String>> byHeader = new LinkedHashMap<>();
    for (String sheet : original.sheets()) {
      String columns = detected.readingNotes().getOrDefault(sheet, "");
      Alike alike = new Alike(header(sheet), note(detected.decimalMark(sheet), columns));
      byHeader.computeIfAbsent(alike, k -> new ArrayList<>()).add(sheet);
    }
    if (byHeader.isEmpty() && ofFile.isEmpty()) {
      sayNothingIsToCorrect(book, styles);
      return;
    }
    if (byHeader.isEmpty()) {
      byHeader.put(new Alike(List.of(), note(detected.decimalMark(), NO_COLUMNS)), List.of());
    }
    for (Map.Entry<Alike, List<String>> one : byHeader.entrySet()) {
      write(new Pages(book, styles, one.getKey()), one.getKey().header(), one.getValue());
    }
  }

  /** What rows have in common that stand on one sheet and come back by it. */
  private record Alike(List<String> header, String note) {}

  private void sayNothingIsToCorrect(Workbook book, SheetStyles styles) {
    SheetPen pen =
        new SheetPen(
            SheetFrame.printable(book.createSheet(texts.get("ack.sheet.correct"))), styles);
    pen.newRow().text(texts.get("ack.hub.nothing"), styles.label);
  }

  private void write(Pages pages, List<String> header, List<String> sources)
      throws UnreadableFile, IOException {
    if (sheets == 1) {
      writeFindingsOfFile(pages.pen, header.size());
    }
    for (String source : sources) {
      original.read(
          source,
          (number, cells, reasons) ->
              writeRow(
                  pages.forOneMoreRow(), header, source, new SourceRow(number, cells), reasons));
    }
    pages.end();
  }

  /** A sheet, and the next ones where it gets too long for a program to open. */
  private final class Pages {
    private final Workbook book;
    private final SheetStyles styles;
    private final Alike alike;
    private SheetPen pen;

    private Pages(Workbook book, SheetStyles styles, Alike alike) {
      this.book = book;
      this.styles = styles;
      this.alike = alike;
      this.pen = begin(book, styles, alike);
    }

    private SheetPen forOneMoreRow() {
      if (pen.rowIndex() >= rowsOfSheet) {
        end();
        pen = begin(book, styles, alike);
      }
      return pen;
    }

    private void end() {
      SheetFrame.table(pen, widths(alike.header()));
    }
  }

  private SheetPen begin(Workbook book, SheetStyles styles, Alike alike) {
    sheets++;
    String name = texts.get("ack.sheet.correct") + (sheets > 1 ? " " + sheets : "");
    SheetPen pen = new SheetPen(SheetFrame.printable(book.createSheet(name)), styles);
    pen.newRow(HEADER_POINTS);
    alike.header().forEach(title -> pen.text(title, styles.header));
    for (String key : List.of("sheet", "row", "column", "value", "expected", "reason", "rule")) {
      pen.text(
          texts.get("ack.hub." + key) + (key.equals("value") ? alike.note() : ""),
          styles.hubHeader);
    }
    return pen;
  }

  /** How the sheet was read: behind the heading of the values, where the reader looks for it. */
  private String note(@Nullable Character mark, String columns) {
    return (mark == null ? "" : " (" + texts.get("ack.hub.decimal", mark) + ")")
        + (columns.isEmpty() ? "" : " [" + texts.get("ack.hub.keep") + " " + columns.substring(1));
  }

  private void writeRow(
      SheetPen pen, List<String> header, String sheet, SourceRow row, List<Reason> reasons) {
    Set<String> wrong =
        reasons.stream()
            .filter(Reason::ofRow)
            .map(r -> String.valueOf(r.columnName()))
            .collect(Collectors.toSet());
    pen.newRow();
    Map<String, String> titles = titles(sheet);
    int own = header.size() - titles.size();
    for (int i = 0; i < header.size(); i++) {
      boolean isWrong = wrong.contains(header.get(i));
      if (i < own) {
        pen.original(row.cell(i), isWrong);
      } else {
        pen.text(titles.get(header.get(i)));
      }
    }
    pen.text(origin(sheet, row)).integer(row.number());
    findings(pen, reasons);
  }

  /** The sheet; of an answer that came back, also the one that its row came from first. */
  private String origin(String sheet, SourceRow row) {
    List<String> header = original.header(sheet);
    String before =
        IntStream.range(0, header.size())
            .filter(i -> header.get(i).startsWith("Hub :"))
            .mapToObj(i -> row.cell(i).text().strip())
            .findFirst()
            .orElse("");
    int from = before.lastIndexOf(FROM);
    String first = from < 0 ? before : before.substring(from + FROM.length());
    return first.isEmpty() || first.equals(sheet) ? sheet : sheet + FROM + first;
  }

  private void writeFindingsOfFile(SheetPen pen, int columns) {
    for (Answer.Said said : ofFile) {
      pen.newRow();
      IntStream.range(0, columns).forEach(i -> pen.skip());
      pen.text(said.sheet());
      if (said.rowNo() == null) {
        pen.skip();
      } else {
        pen.integer(said.rowNo());
      }
      findings(
          pen,
          List.of(
              new Reason(
                  0,
                  null,
                  said.columnName(),
                  said.ruleCode(),
                  said.value(),
                  said.expected(),
                  said.message(),
                  1)));
    }
  }

  /** The row's own findings and those of its whole document. */
  private void findings(SheetPen pen, List<Reason> reasons) {
    String said = joined(reasons, Reason::message);
    pen.wrapped(joined(reasons, Reason::columnName), HUB_WIDTHS.get(2).most())
        .wrapped(joined(reasons, Reason::value), HUB_WIDTHS.get(3).most())
        .wrapped(joined(reasons, Reason::expected), HUB_WIDTHS.get(4).most())
        .wrapped(said.isEmpty() ? texts.get("ack.neighbour") : said, HUB_WIDTHS.get(5).most())
        .wrapped(joined(reasons, Reason::ruleCode), HUB_WIDTHS.get(6).most());
  }

  /** The header as the file has it, without the columns that an earlier acknowledgement added. */
  private List<String> header(String sheet) {
    List<String> header = new ArrayList<>(own(original.header(sheet)));
    header.addAll(titles(sheet).keySet());
    return header;
  }

  /** What stood around the table stands in columns of its own here. */
  private Map<String, String> titles(String sheet) {
    return detected.titles().getOrDefault(sheet, Map.of());
  }

  private static List<String> own(List<String> header) {
    int own = header.size();
    while (own > 0 && (header.get(own - 1).startsWith("Hub :") || header.get(own - 1).isBlank())) {
      own--;
    }
    return header.subList(0, own);
  }

  private static List<Width> widths(List<String> header) {
    List<Width> widths = new ArrayList<>();
    header.forEach(name -> widths.add(Width.under(name, WIDEST_ORIGINAL)));
    widths.addAll(HUB_WIDTHS);
    return widths;
  }

  private static String joined(List<Reason> reasons, Function<Reason, @Nullable String> part) {
    return reasons.stream()
        .map(part)
        .filter(p -> p != null && !p.isEmpty())
        .distinct()
        .collect(Collectors.joining(" ; "));
  }
}
