package dz.manchengo.hub.catalog;

import java.util.HashMap;
import java.util.Map;

/** The warehouses of one file: each is asked for once. */
public final class KnownWarehouses {
  private final Warehouses warehouses;
  private final long submission;
  private final boolean writes;
  private final Map<String, WarehouseMatch> matches = new HashMap<>();

  KnownWarehouses(Warehouses warehouses, long submission, boolean writes) {
    this.warehouses = warehouses;
    this.submission = submission;
    this.writes = writes;
  }

  /**
   * Those of the mentions that are known.
   *
   * @param mentions {@link Warehouses#key} → as the file writes it
   */
  public Map<String, WarehouseMatch> find(Map<String, String> mentions) {
    Map<String, String> open = open(mentions);
    if (!open.isEmpty()) {
      matches.putAll(warehouses.find(open.keySet()));
    }
    Map<String, WarehouseMatch> found = new HashMap<>(matches);
    found.keySet().retainAll(mentions.keySet());
    return found;
  }

  /** Makes provisional records for mentions that {@link #find} did not know. */
  public Map<String, WarehouseMatch> create(Map<String, String> unknown) {
    Map<String, String> open = open(unknown);
    if (open.isEmpty()) {
      return Map.of();
    }
    Map<String, WarehouseMatch> made =
        writes ? warehouses.create(open, submission) : Warehouses.imagined(open);
    matches.putAll(made);
    return made;
  }

  private Map<String, String> open(Map<String, String> mentions) {
    Map<String, String> open = new HashMap<>(mentions);
    open.keySet().removeAll(matches.keySet());
    return open;
  }
}
