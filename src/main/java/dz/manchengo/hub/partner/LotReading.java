package dz.manchengo.hub.partner;

import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.stock.LotMention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a lot comes from, what became of it, and who got it. */
@Component("lotReading")
class LotReading {
  /** Steps of a way, or rows of a section, that one answer holds. */
  private static final int MOST = 10_000;

  private final Reading reading;

  LotReading(Reading reading) {
    this.reading = reading;
  }

  record Lot(long id, String document) {}

  record Line(String section, String document) {}

  /** {@code GET /lots/{code}/trace}. */
  Reply trace(Call call) {
    String direction = Asked.oneOf(call, "direction", "back", "forward").orElse("back");
    return answer(
        call,
        (look, lot) ->
            look.sql("SELECT 'steps' AS section, document::text FROM api_trace(:lot, :way)")
                .param("lot", lot.id())
                .param("way", direction.toUpperCase(Locale.ROOT))
                .query(Line.class)
                .list(),
        List.of("steps"));
  }

  /** {@code GET /lots/{code}/recall}. */
  Reply recall(Call call) {
    return answer(
        call,
        (look, lot) ->
            look.sql("SELECT section, document::text FROM api_recall(:lot)")
                .param("lot", lot.id())
                .query(Line.class)
                .list(),
        List.of("affected", "stock", "received", "invoiced", "unknownLot"));
  }

  @FunctionalInterface
  private interface Way {
    List<Line> of(JdbcClient look, Lot lot);
  }

  private Reply answer(Call call, Way way, List<String> sections) {
    List<String> items =
        reading.by(
            call.caller(),
            look ->
                lots(look, call).stream()
                    .map(lot -> item(lot, way.of(look, lot), sections))
                    .toList());
    if (items.isEmpty()) {
      throw new ProblemException(ProblemKind.NOT_FOUND, call.at("code"));
    }
    return Reply.json("{\"items\":[" + String.join(",", items) + "]}");
  }

  /** Suppliers number as they like: a code may be of several lots. */
  private static List<Lot> lots(JdbcClient look, Call call) {
    return look.sql(Sql.file("partner/find_lots.sql"))
        .param("number", LotMention.norm(call.at("code")))
        .param("product", call.asked("product").orElse(null))
        .query(Lot.class)
        .list();
  }

  private static String item(Lot lot, List<Line> lines, List<String> sections) {
    Map<String, List<String>> told = new LinkedHashMap<>();
    sections.forEach(section -> told.put(section, new ArrayList<>()));
    boolean complete = true;
    for (Line line : lines) {
      List<String> section = told.getOrDefault(line.section(), List.of());
      complete &= section.size() < MOST;
      if (section.size() < MOST) {
        section.add(line.document());
      }
    }
    StringBuilder item = new StringBuilder("{\"lot\":").append(lot.document());
    told.forEach(
        (section, rows) -> item.append(",\"%s\":[%s]".formatted(section, String.join(",", rows))));
    return item.append(",\"complete\":").append(complete).append('}').toString();
  }
}
