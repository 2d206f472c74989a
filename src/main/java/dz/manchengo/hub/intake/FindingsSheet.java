package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Every finding, gravest first; warnings of one rule are cut after a thousand, and that is said.
 */
final class FindingsSheet {
  private static final int MOST = 1_000;

  private final List<Answer.Said> findings;
  private final Texts texts;

  FindingsSheet(List<Answer.Said> findings, Texts texts) {
    this.findings = findings;
    this.texts = texts;
  }

  void write(SheetPen pen, SheetStyles styles) {
    int[] widths = {20, 12, 20, 14, 10, 20, 24, 26, 90};
    for (int i = 0; i < widths.length; i++) {
      pen.sheet().setColumnWidth(i, widths[i] * 256);
    }
    pen.newRow();
    for (String key :
        List.of(
            "ack.severity",
            "ack.rule",
            "ack.document",
            "ack.col.sheet",
            "ack.col.row",
            "ack.col.column",
            "ack.col.value",
            "ack.col.expected",
            "ack.col.reason")) {
      pen.text(texts.get(key), styles.header);
    }
    Map<String, Integer> counts = new HashMap<>();
    for (Answer.Said finding : findings) {
      if (finding.rejects() || counts.merge(finding.ruleCode(), 1, Integer::sum) <= MOST) {
        write(pen, finding);
      }
    }
    counts.forEach(
        (rule, count) -> {
          if (count > MOST) {
            pen.newRow().skip().text(rule).text(texts.get("ack.more", count - MOST));
          }
        });
    pen.sheet().createFreezePane(0, 1);
    pen.sheet().setAutoFilter(new CellRangeAddress(0, Math.max(pen.rowIndex(), 1), 0, 8));
    pen.sheet().setRepeatingRows(CellRangeAddress.valueOf("1:1"));
  }

  private void write(SheetPen pen, Answer.Said finding) {
    pen.newRow()
        .text(texts.get("ack.severity." + finding.severity()))
        .text(finding.ruleCode())
        .text(finding.document())
        .text(finding.sheet());
    if (finding.rowNo() == null) {
      pen.skip();
    } else {
      pen.integer(finding.rowNo());
    }
    pen.text(finding.columnName())
        .text(finding.value())
        .text(finding.expected())
        .text(finding.message());
  }
}
