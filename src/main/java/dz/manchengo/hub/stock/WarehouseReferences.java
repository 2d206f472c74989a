package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.KnownWarehouses;
import dz.manchengo.hub.catalog.WarehouseMatch;
import dz.manchengo.hub.catalog.Warehouses;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Hints;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The warehouses that rows name; a feed's constant names it where the file does not. */
final class WarehouseReferences {
  private static final String FIELD = "warehouse";
  private static final String DESTINATION = "warehouse_to";

  private final KnownWarehouses known;
  private final Feed feed;
  private final Set<String> told = new HashSet<>();

  WarehouseReferences(KnownWarehouses known, Feed feed) {
    this.known = known;
    this.feed = feed;
  }

  void settle(List<? extends StockRow> rows) {
    Map<String, String> mentions = new HashMap<>();
    for (StockRow row : rows) {
      mention(row, FIELD, mentions);
      mention(row, DESTINATION, mentions);
    }
    Map<String, WarehouseMatch> found = new HashMap<>(known.find(mentions));
    if (feed.unknownWarehouse() == Feed.Unknown.CREATE) {
      mentions.keySet().removeAll(found.keySet());
      found.putAll(known.create(mentions));
    }
    for (StockRow row : rows) {
      settle(row, found);
    }
  }

  private static void mention(StockRow row, String field, Map<String, String> mentions) {
    String text = row.text(field);
    if (text != null) {
      mentions.putIfAbsent(Warehouses.key(text), text);
    }
  }

  private void settle(StockRow row, Map<String, WarehouseMatch> found) {
    WarehouseMatch warehouse = match(row, FIELD, found);
    boolean assumed = !row.raw.headers().containsKey(FIELD) && row instanceof MovementRow;
    if (warehouse != null && assumed && told.add("assumed")) {
      row.tell("MVT-011", FIELD, null, "warehouse", warehouse.code());
    }
    if (warehouse != null) {
      row.resolve(warehouse);
    }
    if (row instanceof MovementRow movement) {
      movement.destination = match(row, DESTINATION, found);
    }
  }

  /** A file that says where goods go says where they come from: the feed's constant is a guess. */
  private static boolean isTransferFromNowhere(StockRow row) {
    return row.text(DESTINATION) != null && !row.raw.headers().containsKey(FIELD);
  }

  private @Nullable WarehouseMatch match(
      StockRow row, String field, Map<String, WarehouseMatch> found) {
    String text = row.text(field);
    if (text == null || (field.equals(FIELD) && isTransferFromNowhere(row))) {
      if (field.equals(FIELD)) {
        row.tell("FMT-001", field, null, "field", Labels.of(row, field));
      }
      return null;
    }
    WarehouseMatch match = found.get(Warehouses.key(text));
    if (match == null) {
      row.tell("MDM-022", field, text, "value", text);
    } else if (match.created() && told.add("created " + match.code())) {
      row.warn("MDM-022", field, text, "value", text, Hints.PARAM, Hints.CREATED);
    } else if (!match.active() && told.add("inactive " + match.code())) {
      row.tell("MDM-009", field, text, "entity", "Dépôt", "code", match.code());
    }
    return match;
  }
}
