package dz.manchengo.hub.check;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.intake.DryRun;
import dz.manchengo.hub.platform.Command;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.HubDatabase;
import dz.manchengo.hub.platform.Texts;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For people: each finding on a line, what refuses something in full, of a mere remark the first
 * fifty; then what would become of the file.
 */
final class TextPrint extends CheckPrint {
  private static final int MOST_REMARKS = 50;

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final PrintStream out;
  private final Locale language;
  private final ZoneId zone;
  private final Texts texts;
  private final Map<String, Integer> remarks = new HashMap<>();

  TextPrint(PrintStream out, Locale language, ZoneId zone, @Nullable HubDatabase database) {
    super(database);
    this.out = out;
    this.zone = zone;
    this.language = language;
    this.texts = new Texts(language);
  }

  @Override
  void begin(String file) {
    remarks.clear();
    out.println(printable(file));
  }

  @Override
  void finding(Finding finding) {
    boolean told =
        finding.severity().rejects()
            || remarks.merge(finding.rule(), 1, Integer::sum) <= MOST_REMARKS;
    if (told) {
      String expected = RuleBook.expected(finding, language);
      out.printf(
          "  %-19s %s %s%s%s%n",
          texts.get("check.severity." + finding.severity()),
          finding.rule(),
          place(finding),
          printable(Hints.sentence(finding, language)),
          expected.isEmpty() ? "" : " " + texts.get("check.expected", printable(expected)));
    }
  }

  private String place(Finding finding) {
    String place =
        Stream.of(
                finding.document() == null ? "" : printable(finding.document()),
                finding.place().sheet().isEmpty()
                    ? ""
                    : texts.get("check.sheet", printable(finding.place().sheet())),
                finding.place().row() == 0
                    ? ""
                    : texts.get("check.row", String.valueOf(finding.place().row())),
                finding.place().column().isEmpty()
                    ? ""
                    : texts.get("check.column", printable(finding.place().column())))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return place.isEmpty() ? "" : "[" + place + "] ";
  }

  @Override
  void end(DryRun.Report report) {
    remarks.forEach(
        (rule, count) -> {
          if (count > MOST_REMARKS) {
            say("check.more", rule, count - MOST_REMARKS);
          }
        });
    if (report.feed() != null) {
      figures(report);
    }
    if (database() != null) {
      say("check.against.hub", database().url());
    } else {
      say("check.against.nothing");
    }
    say("check.verdict." + report.status(), first(report));
    out.println();
  }

  private void figures(DryRun.Report report) {
    say("check.feed", report.feed());
    report
        .detected()
        .forEach((what, how) -> out.printf("  %s : %s%n", worded(what), printable(worded(how))));
    say("check.rows", report.rowsRead(), report.rowsRefused());
    say(
        "check.documents",
        report.count(Outcome.CREATED),
        report.count(Outcome.REVISED),
        report.count(Outcome.UNCHANGED),
        report.count(Outcome.REJECTED));
    say(
        "check.totals",
        Figures.of(report.totals().ht()),
        Figures.of(report.totals().vat()),
        Figures.of(report.totals().ttc()));
  }

  private String first(DryRun.Report report) {
    DryRun.First first = report.first();
    return first == null
        ? ""
        : texts.get(
            "check.first",
            String.valueOf(first.id()),
            printable(first.originalName()),
            MOMENT.format(first.receivedAt().atZoneSameInstant(zone)));
  }

  private void say(String key, @Nullable Object... values) {
    out.println("  " + texts.get(key, values));
  }

  private String worded(String text) {
    return RuleBook.worded(text, language);
  }

  @Override
  int complaint(String sentence) {
    out.println("  " + printable(sentence));
    return Command.FAILED;
  }

  /** A file's own text must not move the cursor of a terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
