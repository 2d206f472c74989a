package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.ReceivedLots;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lots of a supplier's invoice: it may come before the goods are entered, or after. */
@Component
class InvoicedLots implements ReceivedLots {
  private final Lots lots;
  private final JdbcClient db;

  InvoicedLots(Lots lots, JdbcClient db) {
    this.lots = lots;
    this.db = db;
  }

  @Override
  public Map<Received, LocalDate> note(DocumentPosting.Posting posting, List<Received> received) {
    if (received.isEmpty()) {
      return Map.of();
    }
    Map<Received, LotMention> mentions = new LinkedHashMap<>();
    received.forEach(r -> mentions.put(r, new LotMention(r.productId(), r.lot(), r.until())));
    Map<LotMention, LotMatch> settled =
        lots.known(posting.submission(), posting.writes()).settle(mentions.values());
    Map<Received, LotDates.Dated> dated = new LinkedHashMap<>();
    mentions.forEach(
        (lot, mention) -> {
          LotMatch match = settled.get(mention);
          if (match != null) {
            dated.put(lot, new LotDates.Dated(match.id(), lot.until()));
          }
        });
    Map<LotDates.Dated, LocalDate> others =
        new LotDates(db, posting.submission(), posting.writes()).note(dated.values());
    Map<Received, LocalDate> otherwise = new HashMap<>();
    dated.forEach(
        (lot, date) -> {
          LocalDate other = others.get(date);
          if (other != null) {
            otherwise.put(lot, other);
          }
        });
    return otherwise;
  }
}
