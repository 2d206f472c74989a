package dz.manchengo.hub.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.documents.Body;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Severity;
import dz.manchengo.hub.platform.Sql;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was found in a submission, in the caller's language. */
@Component("findingReading")
class FindingReading {
  private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

  private final Reading reading;
  private final SubmissionReading submissions;
  private final ObjectMapper json;

  FindingReading(Reading reading, SubmissionReading submissions, ObjectMapper json) {
    this.reading = reading;
    this.submissions = submissions;
    this.json = json;
  }

  record Row(
      long id,
      boolean direct,
      @Nullable String document,
      String sheet,
      int rowNo,
      String columnName,
      String ruleCode,
      String severity,
      @Nullable String value,
      String params) {}

  /**
   * One finding.
   *
   * @param pointer into the body of a document that a program posted; sheet, row and column are
   *     those of a file
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Told(
      String rule,
      String severity,
      @Nullable String document,
      @Nullable String pointer,
      @Nullable String sheet,
      @Nullable Integer row,
      @Nullable String column,
      @Nullable String value,
      String message,
      @Nullable String expected) {}

  /** {@code GET /submissions/{id}/findings}. */
  Reply list(Call call) {
    long submission = submissions.seen(call).id();
    int limit = Asked.limit(call);
    Position start = Asked.cursor(call).orElse(Position.START);
    return reading
        .by(
            call.caller(),
            look ->
                Page.of(
                    look
                        .sql(Sql.file("partner/list_findings.sql"))
                        .param("submission", submission)
                        .param("after", start.id())
                        .param("limit", limit + 1)
                        .query(Row.class)
                        .stream()
                        .map(row -> told(row, call.language())),
                    limit,
                    start))
        .reply(call.operation());
  }

  private Page.Row told(Row row, Locale language) {
    Place place = new Place(row.sheet(), row.rowNo(), row.columnName());
    try {
      Finding finding =
          new Finding(
              row.ruleCode(),
              Severity.valueOf(row.severity()),
              row.document(),
              place,
              row.value(),
              json.readValue(row.params(), PARAMS));
      String expected = RuleBook.expected(finding, language);
      Told told =
          new Told(
              row.ruleCode(),
              row.severity(),
              row.document(),
              row.direct() ? Body.pointer(place) : null,
              row.direct() || row.sheet().isEmpty() ? null : row.sheet(),
              row.direct() || row.rowNo() == 0 ? null : row.rowNo(),
              row.direct() || row.columnName().isEmpty() ? null : row.columnName(),
              row.value(),
              Hints.sentence(finding, language),
              expected.isEmpty() ? null : expected);
      return new Page.Row(new Position(0, row.id()), json.writeValueAsString(told));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
