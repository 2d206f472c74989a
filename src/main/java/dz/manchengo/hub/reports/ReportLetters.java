package dz.manchengo.hub.reports;

import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.notices.Letter;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.StepExecution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/**
 * Workbooks on their way to a job's recipients: a letter for each, with its key figures, that the
 * outbox sends until it has arrived, once for a run however often its step is repeated. That there
 * was nothing to report is a letter too.
 */
@Component
class ReportLetters {
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final Locale language;
  private final Texts texts;

  ReportLetters(
      Outbox outbox, TransactionTemplate transaction, @Value("${hub.language}") Locale language) {
    this.outbox = outbox;
    this.transaction = transaction;
    this.language = language;
    this.texts = new Texts(language);
  }

  /**
   * A workbook that lies there.
   *
   * @param name with its ending
   * @param rows of its tables
   * @param figures of its first sheet of figures, or of its tables
   */
  record Written(String name, long rows, List<KeyFigure> figures) {}

  void send(JobDefinition job, StepExecution step, Written book) {
    List<String> lines = new ArrayList<>();
    lines.add(
        book.rows() == 0
            ? texts.get("report.letter.nothing")
            : texts.get("report.letter.rows", book.rows(), book.name()));
    Letter.Enclosure enclosure =
        new Letter.Enclosure(book.name(), "reports/" + job.name() + "/" + book.name());
    send(job, step, book.name(), lines, book.figures(), List.of(enclosure));
  }

  void sendNothing(JobDefinition job, StepExecution step) {
    send(job, step, "", List.of(texts.get("report.letter.nothing")), List.of(), List.of());
  }

  private void send(
      JobDefinition job,
      StepExecution step,
      String what,
      List<String> lines,
      List<KeyFigure> figures,
      List<Letter.Enclosure> enclosures) {
    if (job.recipients().isEmpty()) {
      return;
    }
    JobParameters run = step.getJobParameters();
    LocalDate date = Objects.requireNonNull(run.getLocalDate("businessDate"));
    String subject =
        texts.get("report.letter.subject", job.title(language), Days.of(date))
            + (what.isEmpty() ? "" : " – " + what.replaceFirst("\\.xlsx$", ""));
    Letter letter =
        new Letter(
            job.recipients(),
            subject,
            text(lines, figures),
            html(lines, figures),
            null,
            List.of(),
            enclosures);
    // the same workbook of another run has taken the place of the one that a former letter encloses
    String book = "report:%s:%s:".formatted(job.name(), what);
    String key = book + date + ":" + run.getLong("attempt", 1L);
    transaction.executeWithoutResult(status -> outbox.sendInstead(book, key, letter));
  }

  private static String text(List<String> lines, List<KeyFigure> figures) {
    StringBuilder text = new StringBuilder(String.join("\n", lines)).append("\n\n");
    figures.forEach(one -> text.append(one.title()).append(" : ").append(one.value()).append('\n'));
    return text.toString();
  }

  private static String html(List<String> lines, List<KeyFigure> figures) {
    StringBuilder html = new StringBuilder();
    lines.forEach(line -> html.append("<p>").append(escaped(line)).append("</p>\n"));
    if (!figures.isEmpty()) {
      html.append("<table border=\"1\" cellpadding=\"4\" style=\"border-collapse:collapse\">\n");
      figures.forEach(
          one ->
              html.append("<tr><td>")
                  .append(escaped(one.title()))
                  .append("</td><td style=\"text-align:right\">")
                  .append(escaped(one.value()))
                  .append("</td></tr>\n"));
      html.append("</table>\n");
    }
    return html.toString();
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
