package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Until when the lots of one file may be used. Who receives or counts a lot reads it from the
 * label: one that has no date yet gets it, another date is told (LOT-002) and changes nothing.
 */
final class LotDates {
  private final JdbcClient db;
  private final long submission;
  private final boolean writes;
  private final Map<Long, Optional<LocalDate>> known = new HashMap<>();

  LotDates(JdbcClient db, long submission, boolean writes) {
    this.db = db;
    this.submission = submission;
    this.writes = writes;
  }

  /** What is said of a lot. */
  record Dated(long lotId, LocalDate until) {}

  record Row(long lotId, @Nullable LocalDate dlc) {}

  void settle(List<? extends StockRow> rows) {
    Map<StockRow, Dated> dated = new LinkedHashMap<>();
    for (StockRow row : rows) {
      LocalDate until = RawDocument.date(row.raw.header(), "dlc");
      if (row.lot != null && until != null) {
        dated.put(row, new Dated(row.lot.id(), until));
      }
    }
    Map<Dated, LocalDate> others = note(dated.values());
    dated.forEach((row, said) -> tell(row, said.until(), others.get(said)));
  }

  private static void tell(StockRow row, LocalDate said, @Nullable LocalDate other) {
    if (other != null) {
      String lot = row.lotShown();
      row.warn(
          "LOT-002", "dlc", said.toString(), "lot", lot, "known", other, "value", said.toString());
    }
  }

  /** Notes what nobody had said. The answer are those of which another day is known, with it. */
  Map<Dated, LocalDate> note(Collection<Dated> all) {
    lookUp(all);
    Map<Long, LocalDate> learnt = new LinkedHashMap<>();
    Map<Dated, LocalDate> others = new HashMap<>();
    for (Dated dated : all) {
      Optional<LocalDate> before = known.getOrDefault(dated.lotId(), Optional.empty());
      if (before.isEmpty()) {
        known.put(dated.lotId(), Optional.of(dated.until()));
        learnt.put(dated.lotId(), dated.until());
      } else if (!before.get().equals(dated.until())) {
        others.put(dated, before.get());
      }
    }
    if (writes && !learnt.isEmpty()) {
      write(learnt);
    }
    return others;
  }

  private void lookUp(Collection<Dated> all) {
    Long[] unknown =
        all.stream()
            .map(Dated::lotId)
            .filter(lot -> !known.containsKey(lot))
            .distinct()
            .toArray(Long[]::new);
    if (unknown.length > 0) {
      db.sql(Sql.file("stock/find_lot_dates.sql"))
          .param("lots", unknown)
          .query(Row.class)
          .list()
          .forEach(row -> known.put(row.lotId(), Optional.ofNullable(row.dlc())));
    }
  }

  private void write(Map<Long, LocalDate> dates) {
    Long[] lots = dates.keySet().toArray(Long[]::new);
    db.sql(Sql.file("stock/remember_lots_to_date.sql"))
        .param("lots", lots)
        .param("submission", submission)
        .update();
    db.sql(Sql.file("stock/date_lots.sql"))
        .param("lots", lots)
        .param("dlcs", dates.values().stream().map(LocalDate::toString).toArray(String[]::new))
        .update();
  }
}
