package dz.manchengo.hub.partner;

import dz.manchengo.hub.intake.Acknowledgements;
import dz.manchengo.hub.platform.Sql;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What became of submissions: their state, findings and acknowledgements. */
@Component("submissionReading")
class SubmissionReading {
  private static final String RETRY_SECONDS = "2";
  private static final String[] STATUSES = {
    "RECEIVED", "POSTING", "POSTED", "PARTIAL", "REJECTED", "DUPLICATE", "UNDONE", "FAILED"
  };

  private final Reading reading;
  private final Acknowledgements acknowledgements;

  SubmissionReading(Reading reading, Acknowledgements acknowledgements) {
    this.reading = reading;
    this.acknowledgements = acknowledgements;
  }

  /**
   * A submission that the caller may see.
   *
   * @param answered whether its acknowledgement is there or can be made
   */
  record Seen(long id, String status, boolean answered, String document) {}

  /** {@code GET /submissions}, the latest first. */
  Reply list(Call call) {
    int limit = Asked.limit(call);
    String status = Asked.oneOf(call, "status", STATUSES).orElse(null);
    OffsetDateTime since = Asked.moment(call, "receivedSince").orElse(null);
    Position start = Asked.cursor(call).orElse(new Position(0, Long.MAX_VALUE));
    return reading
        .by(
            call.caller(),
            look ->
                Page.of(
                    look
                        .sql(Sql.file("partner/list_submissions.sql"))
                        .param("before", start.id())
                        .param("status", status)
                        .param("feed", call.asked("feed").orElse(null))
                        .param("since", since)
                        .param("limit", limit + 1)
                        .query(SubmissionReading::row)
                        .stream(),
                    limit,
                    start))
        .reply(call.operation());
  }

  private static Page.Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Page.Row(new Position(0, row.getLong("id")), row.getString("document"));
  }

  /** {@code GET /submissions/{id}}. */
  Reply one(Call call) {
    return Reply.json(seen(call).document());
  }

  /** The submission in the address; that of somebody else is not found. */
  Seen seen(Call call) {
    long id = Asked.id(call);
    return reading
        .by(
            call.caller(),
            look ->
                look.sql(Sql.file("partner/find_submission.sql"))
                    .param("id", id)
                    .query(Seen.class)
                    .optional())
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND, call.at("id")));
  }

  /** {@code GET /submissions/{id}/acknowledgement.xlsx}. */
  Reply acknowledgement(Call call) throws IOException {
    Seen seen = seen(call);
    if (!seen.answered()) {
      throw new ProblemException(ProblemKind.NOT_READY, seen.status())
          .header("Retry-After", RETRY_SECONDS);
    }
    String name = "attachment; filename=\"submission-%d.ack.xlsx\"".formatted(seen.id());
    return new Reply(
        200, Reply.XLSX, Map.of("Content-Disposition", name), acknowledgements.open(seen.id()));
  }
}
