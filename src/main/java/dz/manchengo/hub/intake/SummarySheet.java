package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;

/** What happened to the file, on one page. */
final class SummarySheet {
  private static final int EXAMPLE = 62;

  /** Bold characters of 12 points that stand side by side in the banner. */
  private static final int BANNER_LINE = 110;

  private final Answer answer;
  private final Evidence evidence;
  private final AcknowledgementWorkbook.Detected detected;
  private final UndoneRecords undone;
  private final Texts texts;
  private final ZoneId zone;

  SummarySheet(
      Answer answer,
      Evidence evidence,
      AcknowledgementWorkbook.Detected detected,
      UndoneRecords undone,
      Texts texts,
      ZoneId zone) {
    this.answer = answer;
    this.evidence = evidence;
    this.detected = detected;
    this.undone = undone;
    this.texts = texts;
    this.zone = zone;
  }

  void write(SheetPen pen, SheetStyles styles) {
    pen.sheet().getPrintSetup().setFitHeight((short) 1);
    pen.sheet().setColumnWidth(0, 40 * 256);
    pen.sheet().setColumnWidth(1, 48 * 256);
    pen.sheet().setColumnWidth(2, 18 * 256);
    pen.sheet().setColumnWidth(3, EXAMPLE * 256);
    pen.newRow().text(texts.get(title()), styles.title);
    pen.sheet().getRow(0).setHeightInPoints(26);
    banner(
        pen,
        new VerdictSentence(answer, evidence.rules(), undone, texts, zone).text(),
        bannerStyle(styles));
    file(pen, styles);
    if (answer.isUndo()) {
      undoFigures(pen, styles);
    } else {
      figures(pen, styles);
    }
    new ControlSection(evidence.controls(), texts).write(pen, styles);
    if (!detected.detected().isEmpty()) {
      section(pen, styles, "ack.section.detected");
      detected
          .detected()
          .forEach(
              (name, value) -> pen.newRow().text(worded(name), styles.label).text(worded(value)));
    }
    rules(pen, styles);
  }

  private String title() {
    if (answer.preview()) {
      return "ack.title.preview";
    }
    return answer.isUndo() ? "ack.title.undo" : "ack.title";
  }

  /** In words, with the word that tables and interfaces use. */
  private String state(String status) {
    return texts.get("ack.state." + status) + " (" + status + ")";
  }

  private static void banner(SheetPen pen, String sentence, CellStyle style) {
    pen.newRow().text(sentence, style);
    int row = pen.rowIndex();
    pen.sheet().getRow(row).setHeightInPoints(20f + 16f * (sentence.length() / BANNER_LINE + 1));
    pen.sheet().addMergedRegion(new CellRangeAddress(row, row, 0, 3));
    pen.newRow();
  }

  private CellStyle bannerStyle(SheetStyles styles) {
    return switch (answer.status()) {
      case "POSTED" -> styles.good;
      case "REJECTED" -> styles.bad;
      default -> styles.mixed;
    };
  }

  private void file(SheetPen pen, SheetStyles styles) {
    row(pen, styles, "ack.file").text(answer.originalName());
    row(pen, styles, "ack.hash").text(answer.sha256());
    if (answer.byteSize() != null) {
      row(pen, styles, "ack.size").integer(answer.byteSize());
    }
    String folder = texts.own("ack.folder", answer.channel());
    String inbox = folder.equals("ack.folder") ? "ack.inbox" : "ack.inbox.sent";
    row(pen, styles, folder).text(answer.folder().isEmpty() ? texts.get(inbox) : answer.folder());
    row(pen, styles, "ack.submission").integer(answer.id());
    row(pen, styles, "ack.reference").text(answer.reference());
    row(pen, styles, "ack.feed").text(answer.feed());
    row(pen, styles, "ack.status").text(state(answer.status()));
    row(pen, styles, "ack.received")
        .moment(answer.receivedAt().atZoneSameInstant(zone).toLocalDateTime());
    if (answer.finishedAt() != null) {
      row(pen, styles, "ack.finished")
          .moment(answer.finishedAt().atZoneSameInstant(zone).toLocalDateTime());
      row(pen, styles, "ack.duration")
          .amount(seconds(Duration.between(answer.receivedAt(), answer.finishedAt())));
    }
    if (answer.firstId() != null) {
      row(pen, styles, "ack.first")
          .text(
              texts.get(
                  "ack.first.is",
                  String.valueOf(answer.firstId()),
                  answer.firstName(),
                  state(String.valueOf(answer.firstStatus()))));
      row(pen, styles, "ack.first.answer").text(answer.firstAcknowledgement());
    }
  }

  private void figures(SheetPen pen, SheetStyles styles) {
    section(pen, styles, "ack.section.figures");
    row(pen, styles, "ack.rows.read").integer(answer.rowsRead());
    row(pen, styles, "ack.rows.posted").integer(answer.rowsPosted());
    row(pen, styles, "ack.rows.refused").integer(answer.rowsRefused());
    row(pen, styles, "ack.documents.created").integer(answer.documentsCreated());
    row(pen, styles, "ack.documents.revised").integer(answer.documentsRevised());
    row(pen, styles, "ack.documents.unchanged").integer(answer.documentsUnchanged());
    row(pen, styles, "ack.documents.rejected").integer(answer.documentsRejected());
    row(pen, styles, "ack.total.ht").amount(answer.totalHt());
    row(pen, styles, "ack.total.vat").amount(answer.totalVat());
    row(pen, styles, "ack.total.ttc").amount(answer.totalTtc());
  }

  private void undoFigures(SheetPen pen, SheetStyles styles) {
    section(pen, styles, "ack.section.undo");
    if (answer.undoneId() != null) {
      row(pen, styles, "ack.undone")
          .text(texts.get("ack.undone.is", String.valueOf(answer.undoneId()), answer.undoneName()));
    }
    for (UndoneRecords.Count count : undone.counts()) {
      String kind = texts.get("ack.undo.kind." + count.kind());
      String outcome = texts.get("ack.undo.outcome." + count.outcome());
      pen.newRow()
          .text(texts.get("ack.undo.figure", kind, outcome), styles.label)
          .integer(count.number());
    }
  }

  private void rules(SheetPen pen, SheetStyles styles) {
    List<Evidence.RuleCount> rules = evidence.rules();
    if (rules.isEmpty()) {
      return;
    }
    section(pen, styles, "ack.section.rules");
    pen.newRow()
        .text(texts.get("ack.severity"), styles.header)
        .text(texts.get("ack.rule"), styles.header)
        .text(texts.get("ack.count"), styles.header)
        .text(texts.get("ack.example"), styles.header);
    for (Evidence.RuleCount rule : rules) {
      pen.newRow()
          .text(texts.get("ack.severity." + rule.severity()))
          .text(rule.ruleCode())
          .integer(rule.count())
          .wrapped(rule.example(), EXAMPLE);
    }
  }

  private SheetPen row(SheetPen pen, SheetStyles styles, String key) {
    return pen.newRow().text(texts.get(key), styles.label);
  }

  private void section(SheetPen pen, SheetStyles styles, String key) {
    pen.newRow();
    pen.newRow().text(texts.get(key), styles.section);
  }

  private String worded(String text) {
    return RuleBook.worded(text, texts.language());
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis())
        .movePointLeft(3)
        .setScale(2, RoundingMode.HALF_UP);
  }
}
