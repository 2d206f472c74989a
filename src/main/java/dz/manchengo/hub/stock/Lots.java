package dz.manchengo.hub.stock;

import dz.manchengo.hub.platform.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lots, each of one product. Where several suppliers gave the same code, a row that names no
 * supplier means the lot without one, or else the one that was there first.
 */
@Component
public class Lots {
  private final JdbcClient db;

  Lots(JdbcClient db) {
    this.db = db;
  }

  record Row(long lotId, long productId, String lotCodeNorm, String productCode) {}

  /** The lots of one file. */
  public KnownLots known(long submission, boolean writes) {
    return new KnownLots(this, submission, writes);
  }

  /** Those that are there. */
  Map<LotMention.LotKey, LotMatch> find(Collection<LotMention> mentions) {
    Map<LotMention.LotKey, LotMatch> found = new HashMap<>();
    rows(mentions)
        .forEach(
            row ->
                found.putIfAbsent(
                    new LotMention.LotKey(row.productId(), row.lotCodeNorm()),
                    new LotMatch(row.lotId(), false, null)));
    return found;
  }

  /** Makes those that are not there, in the calling transaction. */
  Map<LotMention.LotKey, LotMatch> create(Collection<LotMention> unknown, long submission) {
    List<LotMention> all = List.copyOf(unknown);
    db.sql(Sql.file("stock/create_lots.sql"))
        .param("products", all.stream().map(LotMention::productId).toArray(Long[]::new))
        .param("codes", all.stream().map(LotMention::code).toArray(String[]::new))
        .param("norms", all.stream().map(m -> m.key().norm()).toArray(String[]::new))
        .param(
            "dlcs",
            all.stream()
                .map(m -> m.dlc() == null ? null : m.dlc().toString())
                .toArray(String[]::new))
        .param("submission", submission)
        .update();
    Map<LotMention.LotKey, LotMatch> made = find(all);
    Map<LotMention.LotKey, String> others = others(all);
    made.replaceAll((key, lot) -> new LotMatch(lot.id(), true, others.get(key)));
    return made;
  }

  /** What {@link #create} would answer; nothing is made. */
  Map<LotMention.LotKey, LotMatch> imagined(Collection<LotMention> unknown) {
    Map<LotMention.LotKey, String> others = others(unknown);
    Map<LotMention.LotKey, LotMatch> imagined = new HashMap<>();
    for (LotMention mention : unknown) {
      LotMention.LotKey key = mention.key();
      long id = -1L - Integer.toUnsignedLong(key.hashCode());
      imagined.put(key, new LotMatch(id, true, others.get(key)));
    }
    return imagined;
  }

  private Map<LotMention.LotKey, String> others(Collection<LotMention> mentions) {
    Map<String, List<Row>> byCode = new HashMap<>();
    rows(mentions)
        .forEach(row -> byCode.computeIfAbsent(row.lotCodeNorm(), c -> new ArrayList<>()).add(row));
    Map<LotMention.LotKey, String> others = new HashMap<>();
    for (LotMention mention : mentions) {
      byCode.getOrDefault(mention.key().norm(), List.of()).stream()
          .filter(row -> row.productId() != mention.productId())
          .map(Row::productCode)
          .findFirst()
          .ifPresent(other -> others.put(mention.key(), other));
    }
    return others;
  }

  private List<Row> rows(Collection<LotMention> mentions) {
    return db.sql(Sql.file("stock/find_lots.sql"))
        .param(
            "codes", mentions.stream().map(m -> m.key().norm()).distinct().toArray(String[]::new))
        .query(Row.class)
        .list();
  }
}
