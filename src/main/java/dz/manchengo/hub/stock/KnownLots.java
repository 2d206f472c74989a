package dz.manchengo.hub.stock;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lots of one file, looked up portion by portion and kept. */
public final class KnownLots {
  /** More lots than a plant makes in years; a file of them is looked up anew now and then. */
  private static final int MOST = 100_000;

  private final Lots lots;
  private final long submission;
  private final boolean writes;
  private final Map<LotMention.LotKey, LotMatch> matches = new HashMap<>();

  KnownLots(Lots lots, long submission, boolean writes) {
    this.lots = lots;
    this.submission = submission;
    this.writes = writes;
  }

  /**
   * The lot of each mention, made where there was none; an answer says so once. Where nothing is to
   * be written the answer is what it would be.
   */
  public Map<LotMention, LotMatch> settle(Collection<LotMention> mentions) {
    if (matches.size() + mentions.size() > MOST) {
      matches.clear();
    }
    Map<LotMention.LotKey, LotMention> open = new LinkedHashMap<>();
    mentions.stream()
        .filter(m -> !matches.containsKey(m.key()))
        .forEach(m -> open.putIfAbsent(m.key(), m));
    Map<LotMention.LotKey, LotMatch> made = open.isEmpty() ? Map.of() : lookUp(open);
    Map<LotMention, LotMatch> settled = new LinkedHashMap<>();
    for (LotMention mention : mentions) {
      LotMatch match = made.get(mention.key());
      match = match == null ? matches.get(mention.key()) : match;
      if (match != null) {
        settled.put(mention, match);
      }
    }
    return settled;
  }

  private Map<LotMention.LotKey, LotMatch> lookUp(Map<LotMention.LotKey, LotMention> open) {
    keep(lots.find(open.values()), open);
    List<LotMention> unknown =
        open.values().stream().filter(m -> !matches.containsKey(m.key())).toList();
    if (unknown.isEmpty()) {
      return Map.of();
    }
    Map<LotMention.LotKey, LotMatch> made =
        writes ? lots.create(unknown, submission) : lots.imagined(unknown);
    made.keySet().removeIf(key -> !open.containsKey(key));
    made.forEach((key, lot) -> matches.put(key, new LotMatch(lot.id(), false, null)));
    return made;
  }

  /** A code that was asked for may be found for other products too. */
  private void keep(
      Map<LotMention.LotKey, LotMatch> found, Map<LotMention.LotKey, LotMention> asked) {
    found.forEach(
        (key, lot) -> {
          if (asked.containsKey(key)) {
            matches.put(key, lot);
          }
        });
  }
}
