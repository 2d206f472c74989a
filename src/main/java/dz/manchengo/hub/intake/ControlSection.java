package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.Texts;
import java.util.List;

/** The totals that the file itself gives, beside what was read; those that differ first. */
final class ControlSection {
  private static final int MOST = 40;

  private final List<Answer.Control> controls;
  private final Texts texts;

  ControlSection(List<Answer.Control> controls, Texts texts) {
    this.controls = controls;
    this.texts = texts;
  }

  void write(SheetPen pen, SheetStyles styles) {
    if (controls.isEmpty()) {
      return;
    }
    pen.newRow();
    pen.newRow().text(texts.get("ack.section.controls"), styles.section);
    pen.newRow()
        .text(texts.get("ack.control.total"), styles.header)
        .text(texts.get("ack.control.declared"), styles.header)
        .text(texts.get("ack.control.read"), styles.header)
        .text(texts.get("ack.control.difference"), styles.header);
    controls.stream().limit(MOST).forEach(control -> write(pen, control));
    if (controls.size() > MOST) {
      pen.newRow().text(texts.get("ack.control.more", controls.size() - MOST));
    }
  }

  private void write(SheetPen pen, Answer.Control control) {
    pen.newRow()
        .text(name(control))
        .amount(control.declared())
        .amount(control.readValue())
        .amount(control.difference());
  }

  private String name(Answer.Control control) {
    String row =
        texts.get(
            control.sheet().isEmpty() ? "ack.control.row" : "ack.control.row.sheet",
            control.label(),
            String.valueOf(control.rowNo()),
            control.sheet());
    return control.columnName().equals(control.label()) ? row : row + " · " + control.columnName();
  }
}
