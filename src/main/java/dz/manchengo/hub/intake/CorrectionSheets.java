package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Cell;
import dz.manchengo.hub.documents.SourceFile;
import dz.manchengo.hub.documents.SourceRow;
import dz.manchengo.hub.documents.SourceSheet;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.intake.SheetFrame.Width;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final int WIDEST_ORIGINAL = 28;

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

  private final Map<String, List<Answer.Said>> byRow = new HashMap<>();
  private final Map<String, List<Answer.Said>> byDocument = new HashMap<>();
  private final List<Answer.Said> ofFile = new ArrayList<>();
  private final List<Answer.Refused> refused;
  private final @Nullable SourceFile original;
  private final AcknowledgementWorkbook.Detected detected;
  private final Texts texts;

  CorrectionSheets(
      List<Answer.Said> findings,
      List<Answer.Refused> refused,
      @Nullable SourceFile original,
      AcknowledgementWorkbook.Detected detected,
      Texts texts) {
    this.refused = refused;
    this.original = original;
    this.detected = detected;
    this.texts = texts;
    Set<String> refusedRows =
        refused.stream().map(r -> key(r.sheet(), r.rowNo())).collect(Collectors.toSet());
    for (Answer.Said finding : findings) {
      if (finding.rejects()) {
        Integer row = finding.rowNo();
        if (row != null && refusedRows.contains(key(finding.sheet(), row))) {
          byRow.computeIfAbsent(key(finding.sheet(), row), k -> new ArrayList<>()).add(finding);
        } else if (finding.document() != null) {
          byDocument.computeIfAbsent(finding.document(), k -> new ArrayList<>()).add(finding);
        } else {
          ofFile.add(finding);
        }
      }
    }
  }

  void write(Workbook book, SheetStyles styles) throws UnreadableFile, IOException {
    Map<Alike, List<SourceSheet>> byHeader = new LinkedHashMap<>();
    for (SourceSheet sheet : sheetsWithRefusals()) {
      String columns = detected.readingNotes().getOrDefault(sheet.name(), "");
      Alike alike = new Alike(header(sheet), note(detected.decimalMark(sheet.name()), columns));
      byHeader.computeIfAbsent(alike, k -> new ArrayList<>()).add(sheet);
    }
    if (byHeader.isEmpty() && ofFile.isEmpty()) {
      sayNothingIsToCorrect(book, styles);
      return;
    }
    if (byHeader.isEmpty()) {
      byHeader.put(new Alike(List.of(), note(detected.decimalMark(), NO_COLUMNS)), List.of());
    }
    int number = 1;
    for (Map.Entry<Alike, List<SourceSheet>> one : byHeader.entrySet()) {
      String name = texts.get("ack.sheet.correct") + (number > 1 ? " " + number : "");
      SheetPen pen = new SheetPen(SheetFrame.printable(book.createSheet(name)), styles);
      write(pen, styles, one.getKey(), one.getValue());
      if (number++ == 1) {
        writeFindingsOfFile(pen, one.getKey().header().size());
      }
      SheetFrame.table(pen, widths(one.getKey().header()));
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

  private void write(SheetPen pen, SheetStyles styles, Alike alike, List<SourceSheet> sheets)
      throws UnreadableFile, IOException {
    List<String> header = alike.header();
    pen.newRow(HEADER_POINTS);
    header.forEach(name -> pen.text(name, styles.header));
    for (String key : List.of("sheet", "row", "column", "value", "expected", "reason", "rule")) {
      pen.text(
          texts.get("ack.hub." + key) + (key.equals("value") ? alike.note() : ""),
          styles.hubHeader);
    }
    for (SourceSheet sheet : sheets) {
      Map<Integer, Answer.Refused> wanted =
          refused.stream()
              .filter(r -> r.sheet().equals(sheet.name()))
              .collect(Collectors.toMap(Answer.Refused::rowNo, r -> r));
      sheet.read(
          row -> {
            Answer.Refused one = wanted.get(row.number());
            if (one != null) {
              writeRow(pen, header, row, one);
            }
            return true;
          });
    }
  }

  /** How the sheet was read: behind the heading of the values, where the reader looks for it. */
  private String note(@Nullable Character mark, String columns) {
    return (mark == null ? "" : " (" + texts.get("ack.hub.decimal", mark) + ")")
        + (columns.isEmpty() ? "" : " " + columns);
  }

  private void writeRow(
      SheetPen pen, List<String> header, SourceRow row, Answer.Refused refusedRow) {
    List<Answer.Said> said = reasons(refusedRow);
    Set<String> wrong =
        byRow.getOrDefault(key(refusedRow.sheet(), refusedRow.rowNo()), List.of()).stream()
            .map(f -> String.valueOf(f.columnName()))
            .collect(Collectors.toSet());
    pen.newRow();
    Map<String, String> titles = titles(refusedRow.sheet());
    int own = header.size() - titles.size();
    for (int i = 0; i < header.size(); i++) {
      boolean isWrong = wrong.contains(header.get(i));
      if (i < own) {
        pen.original(row.cell(i), isWrong);
      } else {
        pen.text(titles.get(header.get(i)));
      }
    }
    pen.text(refusedRow.sheet()).integer(refusedRow.rowNo());
    findings(pen, said);
  }

  private void writeFindingsOfFile(SheetPen pen, int columns) {
    for (Answer.Said finding : ofFile) {
      pen.newRow();
      IntStream.range(0, columns).forEach(i -> pen.skip());
      pen.text(finding.sheet());
      if (finding.rowNo() == null) {
        pen.skip();
      } else {
        pen.integer(finding.rowNo());
      }
      findings(pen, List.of(finding));
    }
  }

  private void findings(SheetPen pen, List<Answer.Said> said) {
    String reason =
        said.isEmpty() ? texts.get("ack.neighbour") : joined(said, Answer.Said::message);
    pen.wrapped(joined(said, Answer.Said::columnName), HUB_WIDTHS.get(2).most())
        .wrapped(joined(said, Answer.Said::value), HUB_WIDTHS.get(3).most())
        .wrapped(joined(said, Answer.Said::expected), HUB_WIDTHS.get(4).most())
        .wrapped(reason, HUB_WIDTHS.get(5).most())
        .wrapped(joined(said, Answer.Said::ruleCode), HUB_WIDTHS.get(6).most());
  }

  /** The row's own findings and, at the first row of its document, those of the whole document. */
  private List<Answer.Said> reasons(Answer.Refused row) {
    List<Answer.Said> reasons =
        new ArrayList<>(byRow.getOrDefault(key(row.sheet(), row.rowNo()), List.of()));
    if (row.document() != null) {
      reasons.addAll(byDocument.getOrDefault(row.document(), List.of()));
    }
    return reasons;
  }

  private List<SourceSheet> sheetsWithRefusals() {
    if (original == null) {
      return List.of();
    }
    Set<String> names = refused.stream().map(Answer.Refused::sheet).collect(Collectors.toSet());
    return original.sheets().stream().filter(s -> names.contains(s.name())).toList();
  }

  /** The header as the file has it, without the columns that an earlier acknowledgement added. */
  private List<String> header(SourceSheet sheet) {
    List<String> joined = detected.joinedHeaders().getOrDefault(sheet.name(), List.of());
    List<String> header = new ArrayList<>(own(joined.isEmpty() ? headerRow(sheet) : joined));
    header.addAll(titles(sheet.name()).keySet());
    return header;
  }

  /** What stood around the table stands in columns of its own here. */
  private Map<String, String> titles(String sheet) {
    return detected.titles().getOrDefault(sheet, Map.of());
  }

  private List<String> headerRow(SourceSheet sheet) {
    int headerRow = detected.headerRows().getOrDefault(sheet.name(), 1);
    return sheet.head().stream()
        .filter(r -> r.number() == headerRow)
        .findFirst()
        .map(r -> r.cells().stream().map(Cell::text).toList())
        .orElse(List.of());
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

  private static String joined(
      List<Answer.Said> said, java.util.function.Function<Answer.Said, @Nullable String> part) {
    return said.stream()
        .map(part)
        .filter(p -> p != null && !p.isEmpty())
        .distinct()
        .collect(Collectors.joining(" ; "));
  }

  private static String key(String sheet, int row) {
    return sheet + "\0" + row;
  }
}
