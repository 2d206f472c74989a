package dz.manchengo.hub.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.intake.DryRun;
import dz.manchengo.hub.platform.Command;
import dz.manchengo.hub.platform.HubDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For scripts: one object a file, each on a line of its own; amounts are strings, as everywhere.
 */
final class JsonPrint extends CheckPrint {
  private final PrintStream out;
  private final Locale language;
  private @Nullable JsonGenerator open;

  JsonPrint(PrintStream out, Locale language, @Nullable HubDatabase database) {
    super(database);
    this.out = out;
    this.language = language;
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private void write(Writing writing) {
    try {
      if (open == null) {
        open = new JsonFactory().createGenerator(out);
        open.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        open.writeStartObject();
      }
      writing.to(open);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void close() {
    write(
        json -> {
          json.writeEndObject();
          json.close();
        });
    open = null;
    out.println();
  }

  @Override
  void begin(String file) {
    write(
        json -> {
          json.writeStringField("file", file);
          json.writeStringField("against", database() == null ? "nothing" : database().url());
          json.writeArrayFieldStart("findings");
        });
  }

  @Override
  void finding(Finding finding) {
    write(
        json -> {
          json.writeStartObject();
          json.writeStringField("rule", finding.rule());
          json.writeStringField("severity", finding.severity().name());
          json.writeStringField("document", finding.document());
          json.writeStringField("sheet", finding.place().sheet());
          json.writeNumberField("row", finding.place().row());
          json.writeStringField("column", finding.place().column());
          json.writeStringField("value", finding.value());
          json.writeStringField("expected", RuleBook.expected(finding, language));
          json.writeStringField("message", Hints.sentence(finding, language));
          json.writeEndObject();
        });
  }

  @Override
  void end(DryRun.Report report) {
    write(
        json -> {
          json.writeEndArray();
          json.writeStringField("status", report.status());
          json.writeBooleanField("readable", !report.unreadable());
          json.writeStringField("feed", report.feed());
          json.writeNumberField("rowsRead", report.rowsRead());
          json.writeNumberField("rowsRefused", report.rowsRefused());
          json.writeNumberField("created", report.count(Outcome.CREATED));
          json.writeNumberField("revised", report.count(Outcome.REVISED));
          json.writeNumberField("unchanged", report.count(Outcome.UNCHANGED));
          json.writeNumberField("rejected", report.count(Outcome.REJECTED));
          json.writeStringField("totalHt", report.totals().ht().toPlainString());
          json.writeStringField("totalVat", report.totals().vat().toPlainString());
          json.writeStringField("totalTtc", report.totals().ttc().toPlainString());
          first(json, report.first());
        });
    close();
  }

  private static void first(JsonGenerator json, DryRun.@Nullable First first) throws IOException {
    if (first != null) {
      json.writeNumberField("duplicateOf", first.id());
      json.writeStringField("duplicateOfFile", first.originalName());
      json.writeStringField("duplicateOfReceivedAt", first.receivedAt().toString());
    }
  }

  @Override
  int complaint(String sentence) {
    write(
        json -> {
          if (json.getOutputContext().inArray()) {
            json.writeEndArray();
          }
          json.writeStringField("error", sentence);
        });
    close();
    return Command.FAILED;
  }
}
