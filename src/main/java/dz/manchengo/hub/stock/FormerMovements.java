package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Movements that come again: the same is passed over, another one is refused (MVT-004, MVT-007).
 */
final class FormerMovements {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final JdbcClient db;
  private final ZoneId zone;
  private final Origins origins;
  private final long submission;

  /** Those of this file that its lines' numbers name. */
  private final Map<String, Former> ofFile = new HashMap<>();

  FormerMovements(JdbcClient db, ZoneId zone, Origins origins, long submission) {
    this.db = db;
    this.zone = zone;
    this.origins = origins;
    this.submission = submission;
  }

  record Former(
      String idempotencyKey,
      long productId,
      long warehouseId,
      String origin,
      OffsetDateTime effectiveAt,
      BigDecimal qtyBase,
      @Nullable BigDecimal unitCost,
      boolean undone,
      long submissionId,
      String sourceSheet,
      int sourceRow)
      implements Origins.Stored {}

  record NextKey(String base, String key) {}

  void recognise(List<MovementRow> rows) {
    Map<String, Former> former = new HashMap<>(ofFile);
    former.putAll(lookUp(rows));
    List<MovementRow> undone = rows.stream().filter(row -> isUndone(former.get(row.key))).toList();
    if (!undone.isEmpty()) {
      takeNextKeys(undone);
      former.putAll(lookUp(undone));
    }
    for (MovementRow row : rows) {
      Former before = former.get(row.key);
      if (before != null) {
        compare(row, before);
      } else if (row.movement().line() != null) {
        Former now = asFormer(row);
        former.put(row.key, now);
        ofFile.put(row.key, now);
      }
    }
  }

  private Map<String, Former> lookUp(List<MovementRow> rows) {
    return db
        .sql(Sql.file("stock/find_former_movements.sql"))
        .param("keys", rows.stream().map(row -> row.key).toArray(String[]::new))
        .query(Former.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Former::idempotencyKey, Function.identity()));
  }

  private static boolean isUndone(@Nullable Former former) {
    return former != null && former.undone();
  }

  /** What was taken back comes again under a key of its own: the ledger keeps both. */
  private void takeNextKeys(List<MovementRow> undone) {
    Map<String, String> next =
        db
            .sql(Sql.file("stock/find_next_keys.sql"))
            .param("keys", undone.stream().map(row -> row.key).toArray(String[]::new))
            .query(NextKey.class)
            .list()
            .stream()
            .collect(Collectors.toMap(NextKey::base, NextKey::key));
    undone.forEach(row -> row.key = next.getOrDefault(row.key, row.key));
  }

  private Former asFormer(MovementRow row) {
    return new Former(
        row.key,
        row.product().id(),
        row.warehouse().id(),
        row.movement().origin().name(),
        at(row),
        row.quantity(),
        row.unitCost(),
        false,
        submission,
        row.raw.place().sheet(),
        row.raw.place().row());
  }

  private OffsetDateTime at(MovementRow row) {
    return row.movement().effectiveAt().atZone(zone).toOffsetDateTime();
  }

  private void compare(MovementRow row, Former before) {
    String reference = row.movement().reference();
    String origin = origins.of(submission, before);
    if (isSame(row, before)) {
      row.unchanged = true;
      row.tell("MVT-004", "ref_no", reference, "ref", reference, "origin", origin);
    } else {
      row.tell(
          "MVT-007",
          "ref_no",
          reference,
          "ref",
          reference,
          "product",
          row.product().code(),
          "known",
          shown(before),
          "value",
          shown(asFormer(row)),
          "origin",
          origin);
    }
  }

  private boolean isSame(MovementRow row, Former before) {
    Former now = asFormer(row);
    boolean anySign = !row.movement().signed();
    BigDecimal known = anySign ? before.qtyBase().abs() : before.qtyBase();
    return now.productId() == before.productId()
        && now.warehouseId() == before.warehouseId()
        && now.origin().equals(before.origin())
        && now.effectiveAt().isEqual(before.effectiveAt())
        && now.qtyBase().compareTo(known) == 0
        && isSameCost(now.unitCost(), before.unitCost());
  }

  /** A file that gives no cost contradicts none. */
  private static boolean isSameCost(@Nullable BigDecimal now, @Nullable BigDecimal before) {
    return now == null || (before != null && now.compareTo(before) == 0);
  }

  private String shown(Former one) {
    BigDecimal cost = one.unitCost();
    return one.origin()
        + " "
        + Figures.of(one.qtyBase())
        + " ("
        + SHOWN.format(one.effectiveAt().withOffsetSameInstant(offset(one)))
        + (cost == null ? "" : ", " + Figures.of(cost) + " DA")
        + ")";
  }

  private ZoneOffset offset(Former one) {
    return zone.getRules().getOffset(one.effectiveAt().toInstant());
  }
}
