package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What another person counted of the same product, written otherwise: with a lot or a place, or
 * without. Added up it would be there twice. A recount is of the line that it can only mean; where
 * nothing says whether it is a recount or other goods, it is asked about (CNT-027).
 */
final class OverlappingCounts {
  private final JdbcClient db;
  private final Origins origins;
  private final long submission;

  /** By line, shared by the rows that count it again. */
  private final Map<Long, CountLine> known = new HashMap<>();

  OverlappingCounts(JdbcClient db, Origins origins, long submission) {
    this.db = db;
    this.origins = origins;
    this.submission = submission;
  }

  record Overlap(
      int position,
      long lineId,
      long lotId,
      String binCode,
      @Nullable String lotCode,
      int passNo,
      BigDecimal qty,
      @Nullable String countedBy,
      long submissionId,
      String sourceSheet,
      int sourceRow)
      implements Origins.Stored {
    boolean isBy(CountRow row) {
      return row.passes.stream().anyMatch(pass -> pass.isBySameAs(countedBy));
    }

    String shown() {
      return OverlappingCounts.shown(Objects.requireNonNullElse(lotCode, ""), binCode);
    }
  }

  /** Puts recounts on the line that they mean, and asks about the others. */
  void settle(List<CountRow> rows) {
    List<CountRow> fresh =
        rows.stream().filter(row -> row.line().isNew && row.line().passes.isEmpty()).toList();
    Map<Integer, List<Overlap>> found = new HashMap<>();
    for (Overlap one : find(fresh)) {
      found.computeIfAbsent(one.position(), position -> new ArrayList<>()).add(one);
    }
    found.forEach((position, overlaps) -> settle(fresh.get(position), overlaps));
  }

  private List<Overlap> find(List<CountRow> rows) {
    List<CountLine.Key> keys = rows.stream().map(CountRow::key).toList();
    return db.sql(Sql.file("stock/find_overlapping_counts.sql"))
        .param("sessions", keys.stream().map(CountLine.Key::sessionId).toArray(Long[]::new))
        .param("products", keys.stream().map(CountLine.Key::productId).toArray(Long[]::new))
        .param("lots", keys.stream().map(CountLine.Key::lotId).toArray(Long[]::new))
        .param("bins", keys.stream().map(CountLine.Key::bin).toArray(String[]::new))
        .param("submission", submission)
        .query(Overlap.class)
        .list();
  }

  private void settle(CountRow row, List<Overlap> overlaps) {
    if (overlaps.stream().allMatch(one -> one.isBy(row))) {
      return; // nobody counts his own goods again: they are others
    }
    boolean recount = row.tellsPass() && row.passes.stream().allMatch(pass -> pass.pass() > 1);
    boolean one = overlaps.stream().map(Overlap::lineId).distinct().count() == 1;
    if (recount && one && overlaps.get(0).lotId() == row.key().lotId()) {
      row.on(known.computeIfAbsent(overlaps.get(0).lineId(), line -> line(row, overlaps)));
    } else {
      Overlap first = overlaps.stream().filter(o -> !o.isBy(row)).findFirst().orElseThrow();
      ask(row, first);
    }
  }

  private CountLine line(CountRow row, List<Overlap> entries) {
    Overlap first = entries.get(0);
    CountLine.Key key = row.key();
    CountLine line =
        new CountLine(
            new CountLine.Key(key.sessionId(), key.productId(), first.lotId(), first.binCode()));
    line.id = first.lineId();
    line.isNew = false;
    for (Overlap entry : entries) {
      line.origins.put(entry.passNo(), origins.of(submission, entry));
      line.passes.put(
          entry.passNo(), new CountedPass(entry.passNo(), entry.qty(), null, entry.countedBy()));
    }
    return line;
  }

  private void ask(CountRow row, Overlap first) {
    CountedPass pass = row.passes.get(0);
    row.tell(
        "CNT-027",
        pass.field(),
        Figures.of(pass.quantity()),
        "product",
        row.product().code(),
        "a",
        first.shown(),
        "qty",
        Figures.of(first.qty()),
        "user",
        Objects.requireNonNullElse(first.countedBy(), "?"),
        "origin",
        origins.of(submission, first),
        "b",
        shown(row.lotShown(), row.binShown()));
  }

  /** « lot L1, A3 ». */
  private static String shown(String lot, String bin) {
    String place = bin.isEmpty() ? "{reason.count.no-place}" : bin;
    return (lot.isEmpty() ? "{reason.count.no-lot}" : lot) + " / " + place;
  }
}
