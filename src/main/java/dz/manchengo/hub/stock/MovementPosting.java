package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.Parties;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Origins;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stock movements into the ledger. Every row stands for itself: a refused one harms no other. */
@Component
class MovementPosting implements DocumentPosting {
  private final StockReferences references;
  private final Parties parties;
  private final LedgerLock lock;
  private final Ledger ledger;
  private final NegativeStock negative;
  private final CountedBefore counted;
  private final Freezes freezes;
  private final JdbcClient db;
  private final ZoneId zone;
  private final Origins origins;

  MovementPosting(
      StockReferences references,
      Parties parties,
      LedgerLock lock,
      Ledger ledger,
      NegativeStock negative,
      CountedBefore counted,
      Freezes freezes,
      JdbcClient db,
      Clock clock,
      Origins origins) {
    this.references = references;
    this.parties = parties;
    this.lock = lock;
    this.ledger = ledger;
    this.negative = negative;
    this.counted = counted;
    this.freezes = freezes;
    this.db = db;
    this.zone = clock.getZone();
    this.origins = origins;
  }

  @Override
  public String document() {
    return "stock-movements";
  }

  @Override
  public List<String> scopes() {
    return List.of("MOVEMENT");
  }

  @Override
  public List<List<String>> required() {
    return List.of(
        List.of("effective_at"),
        List.of("origin", "warehouse_to"),
        List.of("product_code", "product_name"),
        List.of("qty", "qty_in", "qty_out"),
        List.of("ref_no"));
  }

  @Override
  public String numberField() {
    return "ref_no";
  }

  @Override
  public boolean isEachRowADocument() {
    return true;
  }

  @Override
  public Session open(Posting posting) {
    if (posting.writes()) {
      lock.toWrite();
    }
    return new MovementSession(
        posting,
        new MovementSession.Parts(
            references.open(posting),
            new MovementParties(parties, posting),
            new MovementKeys(posting.feed().source()),
            new FormerMovements(db, zone, origins, posting.submission()),
            new Reversals(db, posting.writes()),
            new ProductCosts(db),
            ledger,
            negative,
            counted,
            freezes.current()),
        ledger.closedThrough().orElse(null));
  }
}
