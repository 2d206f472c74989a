package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where stock lies. A warehouse is named by its code or its name, written in any way. */
@Component
public class Warehouses {
  private final JdbcClient db;

  Warehouses(JdbcClient db) {
    this.db = db;
  }

  record Row(long warehouseId, String code, String nameNorm, boolean active) {
    WarehouseMatch match(boolean created) {
      return new WarehouseMatch(warehouseId, code, active, created);
    }
  }

  /** What files write for a warehouse, in the form in which it is compared. */
  public static String key(String mention) {
    return NameKey.of(mention);
  }

  /** The warehouses of one file. */
  public KnownWarehouses known(long submission, boolean writes) {
    return new KnownWarehouses(this, submission, writes);
  }

  /** Those that are known, by {@link #key}; a code counts more than a name. */
  Map<String, WarehouseMatch> find(Collection<String> keys) {
    Map<String, WarehouseMatch> found = new HashMap<>();
    List<Row> rows =
        db.sql(Sql.file("catalog/find_warehouses.sql"))
            .param("keys", keys.toArray(String[]::new))
            .query(Row.class)
            .list();
    rows.forEach(row -> found.put(row.nameNorm(), row.match(false)));
    rows.forEach(row -> found.put(row.code(), row.match(false)));
    found.keySet().retainAll(Set.copyOf(keys));
    return found;
  }

  /** Makes provisional records for those that nobody knows; {@code key → as the file writes it}. */
  Map<String, WarehouseMatch> create(Map<String, String> unknown, long submission) {
    Map<String, String> sorted = new TreeMap<>(unknown); // two files never wait crosswise
    Set<String> made =
        db.sql(Sql.file("catalog/create_warehouses.sql"))
            .param("keys", sorted.keySet().toArray(String[]::new))
            .param("names", sorted.values().toArray(String[]::new))
            .param("submission", submission)
            .query(String.class)
            .set();
    Map<String, WarehouseMatch> settled = new HashMap<>(find(sorted.keySet()));
    settled.replaceAll(
        (key, match) ->
            new WarehouseMatch(match.id(), match.code(), match.active(), made.contains(key)));
    return settled;
  }

  /** What {@link #create} would answer; nothing is made. */
  static Map<String, WarehouseMatch> imagined(Map<String, String> unknown) {
    Map<String, WarehouseMatch> imagined = new HashMap<>();
    unknown
        .keySet()
        .forEach(
            key ->
                imagined.put(
                    key,
                    new WarehouseMatch(
                        -1L - Integer.toUnsignedLong(key.hashCode()), key, true, true)));
    return imagined;
  }
}
