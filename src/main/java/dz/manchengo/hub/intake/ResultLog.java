package dz.manchengo.hub.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Interpreted;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.platform.CopyIn;
import dz.manchengo.hub.platform.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what became of a submission: its state, findings and refused rows. */
@Component
class ResultLog {
  private final JdbcClient db;
  private final DataSource source;
  private final FindingLog findings;
  private final IntakeMetrics metrics;
  private final ObjectMapper json;

  ResultLog(
      JdbcClient db,
      DataSource source,
      FindingLog findings,
      IntakeMetrics metrics,
      ObjectMapper json) {
    this.db = db;
    this.source = source;
    this.findings = findings;
    this.metrics = metrics;
    this.json = json;
  }

  /** The file was read; each document has its verdict. */
  void posted(Submission submission, Interpreted interpreted, List<Verdict> verdicts) {
    List<Finding> all = new ArrayList<>(interpreted.findings());
    verdicts.forEach(v -> all.addAll(v.findings()));
    findings.write(submission.id(), all);
    Result result = Result.of(interpreted, verdicts);
    writeRefusedRows(submission, verdicts);
    finish(
        submission,
        interpreted.feed().name(),
        result,
        new AcknowledgementWorkbook.Detected(
            interpreted.detected(),
            interpreted.headerRows(),
            interpreted.hints().charset(),
            interpreted.hints().delimiter(),
            interpreted.decimalMark()));
    metrics.finished(submission.channel(), interpreted.feed().name(), result);
  }

  /** The file was refused before any document could be made of it. */
  void refused(Submission submission, Finding finding) {
    findings.write(submission.id(), List.of(finding));
    finish(submission, null, Result.NOTHING, Map.of());
    metrics.finished(submission.channel(), "none", Result.NOTHING);
  }

  private void finish(
      Submission submission, @Nullable String feed, Result result, Object detected) {
    db.sql(Sql.file("intake/finish.sql"))
        .param("id", submission.id())
        .param("status", result.status())
        .param("feed", feed)
        .param("detected", toJson(detected))
        .param("rowsRead", result.rowsRead())
        .param("rowsPosted", result.rowsRead() - result.rowsRefused())
        .param("rowsRefused", result.rowsRefused())
        .param("created", result.count(Outcome.CREATED))
        .param("revised", result.count(Outcome.REVISED))
        .param("unchanged", result.count(Outcome.UNCHANGED))
        .param("rejected", result.count(Outcome.REJECTED))
        .param("ht", result.posted().ht())
        .param("vat", result.posted().vat())
        .param("ttc", result.posted().ttc())
        .update();
  }

  private void writeRefusedRows(Submission submission, List<Verdict> verdicts) {
    try (CopyIn copy =
        CopyIn.into(source, "refused_row", "submission_id", "sheet", "row_no", "document")) {
      for (Verdict verdict : verdicts) {
        if (verdict.outcome() == Outcome.REJECTED) {
          for (Place row : verdict.document().rows()) {
            copy.row(submission.id(), row.sheet(), row.row(), verdict.document().number());
          }
        }
      }
      copy.end();
    }
  }

  private String toJson(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
