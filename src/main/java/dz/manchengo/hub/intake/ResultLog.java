package dz.manchengo.hub.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.documents.ControlFigure;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Interpretation;
import dz.manchengo.hub.documents.KeptCells;
import dz.manchengo.hub.documents.RawDocument;
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

  /**
   * Begins the record of a file that could be read, in the calling transaction.
   *
   * @param refuseAll whether every document is refused, its own faults apart
   */
  Entry begin(Submission submission, Interpretation file, boolean refuseAll) {
    findings.write(submission.id(), file.findings());
    return new Entry(submission, file, refuseAll);
  }

  /** The file was refused before any document could be made of it. */
  void refused(Submission submission, Finding finding) {
    findings.write(submission.id(), List.of(finding));
    Result nothing = new Result(0);
    finish(submission, null, nothing, Map.of());
    if (!submission.preview()) {
      metrics.finished(submission.channel(), IntakeMetrics.NO_FEED, nothing);
    }
  }

  /** The record of one file in the making. */
  final class Entry implements DocumentPosting.Answers {
    private final Submission submission;
    private final Interpretation file;
    private final boolean refuseAll;
    private final Result result;
    private final List<Verdict> unwritten = new ArrayList<>();
    private final List<Finding> late = new ArrayList<>();

    private Entry(Submission submission, Interpretation file, boolean refuseAll) {
      this.submission = submission;
      this.file = file;
      this.refuseAll = refuseAll;
      this.result = new Result(file.rows());
    }

    @Override
    public void finding(Finding finding) {
      late.add(finding);
    }

    @Override
    public void verdict(Verdict verdict) {
      result.add(verdict);
      unwritten.add(
          refuseAll
              ? Verdict.rejected(
                  verdict.document(),
                  verdict.findings().stream().map(Finding::withoutRecord).toList())
              : verdict);
    }

    /** Writes what came since the last time. */
    void flush() {
      List<Finding> found = new ArrayList<>(late);
      late.clear();
      unwritten.forEach(verdict -> found.addAll(verdict.findings()));
      findings.write(submission.id(), found);
      writeRefusedRows(submission, unwritten);
      unwritten.clear();
    }

    /** By the documents' own merits, also where all are refused. */
    Result result() {
      return result;
    }

    void end() {
      late.addAll(file.controlFindings());
      if (refuseAll) {
        result.excess(file.feed()).ifPresent(late::add);
      }
      flush();
      writeControls(submission, file.controls());
      Result told = refuseAll ? result.allRefused() : result;
      finish(submission, file.feed().name(), told, AcknowledgementWorkbook.Detected.of(file));
      if (!submission.preview()) {
        metrics.finished(submission.channel(), file.feed().name(), told);
      }
    }
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
    if (verdicts.stream().noneMatch(v -> v.outcome() == Outcome.REJECTED)) {
      return;
    }
    try (CopyIn copy =
        CopyIn.into(
            source, "refused_row", "submission_id", "sheet", "row_no", "document", "cells")) {
      for (Verdict verdict : verdicts) {
        if (verdict.outcome() == Outcome.REJECTED) {
          for (RawDocument.Row row : verdict.document().rows()) {
            copy.row(
                submission.id(),
                row.place().sheet(),
                row.place().row(),
                verdict.document().number(),
                KeptCells.text(row.cells()));
          }
        }
      }
      copy.end();
    }
  }

  private void writeControls(Submission submission, List<ControlFigure> figures) {
    if (figures.isEmpty()) {
      return;
    }
    try (CopyIn copy =
        CopyIn.into(
            source,
            "control_figure",
            "submission_id",
            "sheet",
            "row_no",
            "label",
            "column_name",
            "declared",
            "read_value",
            "agrees")) {
      for (ControlFigure figure : figures) {
        copy.row(
            submission.id(),
            figure.sheet(),
            figure.row(),
            figure.label(),
            figure.column().strip(),
            figure.declared(),
            figure.read(),
            figure.agrees());
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
