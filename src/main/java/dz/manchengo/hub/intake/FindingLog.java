package dz.manchengo.hub.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.CopyIn;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes findings, in the calling transaction, with their sentences in the hub's language. */
@Component
class FindingLog {
  private static final int VALUE_LENGTH = 500;

  private final DataSource source;
  private final Locale language;
  private final ObjectMapper json;

  FindingLog(DataSource source, @Value("${hub.language}") Locale language, ObjectMapper json) {
    this.source = source;
    this.language = language;
    this.json = json;
  }

  void write(long submission, Collection<Finding> findings) {
    write(Map.of(submission, findings));
  }

  /** Of several submissions at once. */
  void write(Map<Long, ? extends Collection<Finding>> findings) {
    if (findings.values().stream().allMatch(Collection::isEmpty)) {
      return;
    }
    try (CopyIn copy =
        CopyIn.into(
            source,
            "finding",
            "submission_id",
            "document",
            "sheet",
            "row_no",
            "column_name",
            "rule_code",
            "severity",
            "value",
            "expected",
            "message",
            "params")) {
      findings.forEach((submission, all) -> all.forEach(one -> row(copy, submission, one)));
      copy.end();
    }
  }

  private void row(CopyIn copy, long submission, Finding finding) {
    copy.row(
        submission,
        finding.document(),
        finding.place().sheet(),
        finding.place().row() == 0 ? null : finding.place().row(),
        finding.place().column().isEmpty() ? null : finding.place().column(),
        finding.rule(),
        finding.severity(),
        shortened(finding.value()),
        RuleBook.expected(finding, language),
        Hints.sentence(finding, language),
        json(storable(finding.params())));
  }

  private String json(Map<String, String> params) {
    try {
      return json.writeValueAsString(params);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** jsonb cannot hold the character NUL, not even escaped. */
  private static Map<String, String> storable(Map<String, String> params) {
    Map<String, String> storable = new TreeMap<>(params);
    storable.replaceAll((name, value) -> value.replace('\0', '\uFFFD'));
    return storable;
  }

  private static @Nullable String shortened(@Nullable String value) {
    return value == null || value.length() <= VALUE_LENGTH
        ? value
        : value.substring(0, VALUE_LENGTH) + "…";
  }
}
