package dz.manchengo.hub.intake;

import dz.manchengo.hub.intake.SheetFrame.Width;
import dz.manchengo.hub.platform.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings, gravest first. Warnings of one rule are cut after a thousand, refusals after fifty
 * thousand (they stand beside their rows on « À corriger » too), and that is said.
 */
final class FindingsSheet {
  private static final int MOST_WARNINGS = 1_000;
  private static final int MOST_REFUSALS = 50_000;

  private static final int HEADER_POINTS = 20;

  private static final List<Width> WIDTHS =
      List.of(
          new Width(14, 20),
          Width.of(10),
          new Width(12, 22),
          new Width(10, 16),
          Width.of(8),
          new Width(10, 22),
          new Width(14, 24),
          new Width(12, 34),
          new Width(40, 70));

  private final Evidence evidence;
  private final Texts texts;

  FindingsSheet(Evidence evidence, Texts texts) {
    this.evidence = evidence;
    this.texts = texts;
  }

  void write(SheetPen pen, SheetStyles styles) {
    pen.newRow(HEADER_POINTS);
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
    evidence.findings(
        finding -> {
          String kind = finding.ruleCode() + finding.severity();
          if (counts.merge(kind, 1, Integer::sum) <= most(finding.severity())) {
            write(pen, finding);
          }
        });
    for (Evidence.RuleCount rule : evidence.rules()) {
      long more = rule.count() - most(rule.severity());
      if (more > 0) {
        pen.newRow().skip().text(rule.ruleCode()).text(texts.get("ack.more", more));
      }
    }
    SheetFrame.table(pen, WIDTHS);
  }

  private static int most(String severity) {
    return severity.startsWith("REJECT") ? MOST_REFUSALS : MOST_WARNINGS;
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
    pen.wrapped(finding.columnName(), WIDTHS.get(5).most())
        .wrapped(finding.value(), WIDTHS.get(6).most())
        .wrapped(finding.expected(), WIDTHS.get(7).most())
        .wrapped(finding.message(), WIDTHS.get(8).most());
  }
}
