package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Origins;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Count sheets into sessions, lines and entries. Every row stands for itself. */
@Component
class CountPosting implements DocumentPosting {
  private final StockReferences references;
  private final LedgerLock lock;
  private final CountTables tables;
  private final Ledger ledger;
  private final JdbcClient db;
  private final ZoneId zone;
  private final Origins origins;

  CountPosting(
      StockReferences references,
      LedgerLock lock,
      CountTables tables,
      Ledger ledger,
      JdbcClient db,
      Clock clock,
      Origins origins) {
    this.references = references;
    this.lock = lock;
    this.tables = tables;
    this.ledger = ledger;
    this.db = db;
    this.zone = clock.getZone();
    this.origins = origins;
  }

  @Override
  public String document() {
    return "stock-counts";
  }

  @Override
  public List<String> scopes() {
    return List.of("COUNT");
  }

  @Override
  public List<List<String>> required() {
    return List.of(
        List.of("counted_at"),
        List.of("product_code", "product_name"),
        List.of("counted_qty", "counted_qty_2", "counted_qty_3"));
  }

  @Override
  public String numberField() {
    return "session_no";
  }

  @Override
  public boolean isEachRowADocument() {
    return true;
  }

  @Override
  public Session open(Posting posting) {
    if (posting.writes()) {
      lock.toLook();
    }
    return new CountSheetSession(
        posting,
        new CountSheetSession.Parts(
            references.open(posting),
            new CountSessions(db, zone, posting.submission(), posting.writes()),
            new FormerCounts(db, origins, posting.submission()),
            new BookSnapshot(db),
            tables,
            new CountSheetSession.Period(ledger.closedThrough().orElse(null), zone)));
  }
}
