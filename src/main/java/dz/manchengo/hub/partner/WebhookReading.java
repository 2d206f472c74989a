package dz.manchengo.hub.partner;

import dz.manchengo.hub.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Webhooks of the caller, and what was sent to them. */
@Component("webhookReading")
class WebhookReading {
  private final Reading reading;
  private final JdbcClient db;

  WebhookReading(Reading reading, JdbcClient db) {
    this.reading = reading;
    this.db = db;
  }

  /** One that the caller may see. */
  record Seen(long id, String document) {}

  Reply list(Call call) {
    int limit = Asked.limit(call);
    Position start = Asked.cursor(call).orElse(Position.START);
    return reading
        .by(
            call.caller(),
            look ->
                Page.of(
                    look
                        .sql(
                            "SELECT id, document::text AS document FROM v_api_webhook"
                                + " WHERE id > :after ORDER BY id LIMIT :limit")
                        .param("after", start.id())
                        .param("limit", limit + 1)
                        .query(WebhookReading::row)
                        .stream(),
                    limit,
                    start))
        .reply(call.operation());
  }

  Reply one(Call call) {
    return Reply.json(seen(call).document());
  }

  /** The webhook in the address; that of somebody else is not found. */
  Seen seen(Call call) {
    long id = Asked.id(call);
    return reading
        .by(
            call.caller(),
            look ->
                look.sql("SELECT id, document::text AS document FROM v_api_webhook WHERE id = :id")
                    .param("id", id)
                    .query(Seen.class)
                    .optional())
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND, call.at("id")));
  }

  /** The latest first; the outbox is shut to partners, so the webhook is looked at before. */
  Reply deliveries(Call call) {
    long webhook = seen(call).id();
    int limit = Asked.limit(call);
    Position start = Asked.cursor(call).orElse(new Position(0, Long.MAX_VALUE));
    return Page.of(
            db
                .sql(Sql.file("partner/list_deliveries.sql"))
                .param("webhook", webhook)
                .param("before", start.id())
                .param("limit", limit + 1)
                .query(WebhookReading::row)
                .stream(),
            limit,
            start)
        .reply(call.operation());
  }

  private static Page.Row row(ResultSet row, int number) throws SQLException {
    return new Page.Row(new Position(0, row.getLong("id")), row.getString("document"));
  }
}
