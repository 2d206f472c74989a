package dz.manchengo.hub.intake;

import dz.manchengo.hub.intake.SheetFrame.Width;
import dz.manchengo.hub.platform.Texts;
import java.util.List;

/**
 * Every record of the submission that was taken back, those that are kept first, with the reason.
 */
final class UndoSheet {
  /** Of those that are kept, and of the others: more is for the table {@code undo_entry}. */
  private static final int MOST = 100_000;

  private static final int HEADER_POINTS = 20;

  private static final List<Width> WIDTHS =
      List.of(
          new Width(14, 24),
          new Width(14, 24),
          new Width(10, 18),
          Width.of(8),
          new Width(16, 34),
          new Width(40, 70));

  private final UndoneRecords records;
  private final Texts texts;

  UndoSheet(UndoneRecords records, Texts texts) {
    this.records = records;
    this.texts = texts;
  }

  void write(SheetPen pen, SheetStyles styles) {
    pen.newRow(HEADER_POINTS);
    for (String key :
        List.of(
            "ack.undo.kind",
            "ack.document",
            "ack.col.sheet",
            "ack.col.row",
            "ack.undo.outcome",
            "ack.col.reason")) {
      pen.text(texts.get(key), styles.header);
    }
    records.read(MOST, record -> write(pen, record));
    if (records.counts().stream().anyMatch(count -> count.number() > MOST)) {
      pen.newRow().text(texts.get("ack.undo.more", MOST));
    }
    SheetFrame.table(pen, WIDTHS);
  }

  private void write(SheetPen pen, UndoneRecords.One record) {
    pen.newRow()
        .text(texts.get("ack.undo.kind." + record.kind()))
        .text(record.document())
        .text(record.sheet());
    if (record.rowNo() == null) {
      pen.skip();
    } else {
      pen.integer(record.rowNo());
    }
    pen.text(texts.get("ack.undo.outcome." + record.outcome()))
        .wrapped(reason(record), WIDTHS.get(5).most());
  }

  private String reason(UndoneRecords.One record) {
    if (record.reason() == null) {
      return "";
    }
    String text =
        texts.get(
            "ack.undo.reason." + record.reason(),
            record.reasonDocument() == null ? "" : record.reasonDocument());
    return record.reasonSubmission() == null
        ? text
        : text + " (" + texts.get("ack.undo.by", String.valueOf(record.reasonSubmission())) + ")";
  }
}
