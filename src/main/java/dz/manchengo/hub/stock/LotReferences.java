package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.RawDocument;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lots that rows name (LOT-001, LOT-003), and until when they may be used (LOT-002). */
final class LotReferences {
  private final KnownLots known;
  private final LotDates dates;
  private final boolean kept;

  /**
   * The lots of one file.
   *
   * @param kept whether its source knows of lots; what has one and comes without is a remark else
   */
  LotReferences(KnownLots known, LotDates dates, boolean kept) {
    this.known = known;
    this.dates = dates;
    this.kept = kept;
  }

  void settle(List<? extends StockRow> rows) {
    Map<StockRow, LotMention> mentions = new LinkedHashMap<>();
    for (StockRow row : rows) {
      String code = row.text("lot_code");
      if (code != null) {
        mentions.put(
            row,
            new LotMention(row.product().id(), code, RawDocument.date(row.raw.header(), "dlc")));
      } else if (row.product().lotTracked() && row.needsLot()) {
        tellMissing(row);
      }
    }
    Map<LotMention, LotMatch> settled = new HashMap<>(known.settle(mentions.values()));
    mentions.forEach((row, mention) -> settle(row, settled, mention));
    dates.settle(rows);
  }

  private void tellMissing(StockRow row) {
    if (kept) {
      row.tell("LOT-001", "lot_code", null, "product", row.product().code());
    } else {
      row.warn("LOT-001", "lot_code", null, "product", row.product().code());
    }
  }

  private static void settle(StockRow row, Map<LotMention, LotMatch> settled, LotMention mention) {
    LotMatch lot = settled.get(mention);
    row.lot = lot;
    if (lot != null && lot.other() != null) {
      settled.put(mention, new LotMatch(lot.id(), true, null)); // once for each lot
      row.tell("LOT-003", "lot_code", mention.code(), "lot", mention.code(), "other", lot.other());
    }
  }
}
