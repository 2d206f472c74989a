package dz.manchengo.hub.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.platform.Sql;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Documents as they stand: one by its number, or all in the order of their changes. No change is
 * passed over by whoever follows the cursors (decision 0033).
 */
@Component("documentReading")
class DocumentReading {
  private final Reading reading;
  private final ObjectMapper json;

  DocumentReading(Reading reading, ObjectMapper json) {
    this.reading = reading;
    this.json = json;
  }

  /** {@code GET /orders} and the like. */
  Reply list(Call call) {
    DocumentKind kind = DocumentKind.of(call);
    int limit = Asked.limit(call);
    Position since =
        Asked.moment(call, "updatedSince").map(DocumentReading::justBefore).orElse(Position.START);
    Position start = Asked.cursor(call).orElse(since);
    return reading
        .by(call.caller(), look -> page(look, kind, start, limit))
        .reply(call.operation());
  }

  /** Changes at that very moment belong to it. */
  private static Position justBefore(OffsetDateTime moment) {
    Position at = Position.of(moment, 0);
    return at.micros() < 0 ? Position.START : at;
  }

  /** The horizon is asked first: what is committed by then, the second statement sees. */
  private static Page page(JdbcClient look, DocumentKind kind, Position start, int limit) {
    OffsetDateTime horizon =
        look.sql("SELECT posting_horizon()").query(OffsetDateTime.class).single();
    return Page.of(
        look
            .sql(kind.from(Sql.file("partner/list_documents.sql")))
            .param("after", start.at())
            .param("id", start.id())
            .param("horizon", horizon)
            .param("limit", limit + 1)
            .query(
                (row, number) ->
                    new Page.Row(
                        Position.of(
                            row.getObject("updated_at", OffsetDateTime.class), row.getLong("id")),
                        row.getString("document")))
            .stream(),
        limit,
        start);
  }

  /** {@code GET /payments/{id}} and the like, of what has no number of its own. */
  Reply entry(Call call) {
    DocumentKind kind = DocumentKind.of(call);
    long id = Asked.id(call);
    return reading
        .by(
            call.caller(),
            look ->
                look.sql(kind.from(Sql.file("partner/find_entry.sql")))
                    .param("id", id)
                    .query(String.class)
                    .optional())
        .map(Reply::json)
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND, call.at("id")));
  }

  /** {@code GET /orders/{number}} and the like. */
  Reply one(Call call) {
    List<String> found = numbered(call);
    List<String> meant = found.stream().filter(document -> isMeant(document, call)).toList();
    if (meant.size() > 1) {
      throw new ProblemException(ProblemKind.SEVERAL, call.at("number"), meant.size());
    }
    if (meant.isEmpty()) {
      throw new ProblemException(ProblemKind.NOT_FOUND, call.at("number"));
    }
    return Reply.json(meant.get(0));
  }

  private List<String> numbered(Call call) {
    DocumentKind kind = DocumentKind.of(call);
    Integer revision = Asked.count(call, "revision").orElse(null);
    String number = DocumentNumber.norm(call.at("number"));
    return reading.by(
        call.caller(),
        look ->
            look.sql(kind.from(Sql.file("partner/find_documents.sql")))
                .param("number", number)
                .param("revision", revision)
                .query(String.class)
                .list());
  }

  /** Suppliers number their invoices as they like, and a credit note may have a number of one. */
  private boolean isMeant(String document, Call call) {
    JsonNode node = tree(document);
    return isMeant(node.path("direction"), call, "direction")
        && isMeant(node.path("kind"), call, "kind")
        && isMeant(node.path("party").path("code"), call, "party")
        && call.asked("year").map(y -> node.path("date").asText().startsWith(y + "-")).orElse(true);
  }

  private static boolean isMeant(JsonNode value, Call call, String parameter) {
    return call.asked(parameter).map(wanted -> value.asText().equals(wanted)).orElse(true);
  }

  private JsonNode tree(String document) {
    try {
      return json.readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
