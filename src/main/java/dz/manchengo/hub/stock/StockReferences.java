package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.KnownProducts;
import dz.manchengo.hub.catalog.KnownWarehouses;
import dz.manchengo.hub.catalog.Products;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.catalog.Warehouses;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rows of a stock file speak of: products, units, warehouses and lots. */
@Component
class StockReferences {
  private final Products products;
  private final Units units;
  private final Warehouses warehouses;
  private final Lots lots;
  private final JdbcClient db;

  StockReferences(Products products, Units units, Warehouses warehouses, Lots lots, JdbcClient db) {
    this.products = products;
    this.units = units;
    this.warehouses = warehouses;
    this.lots = lots;
    this.db = db;
  }

  /** Those of one file. */
  OfFile open(DocumentPosting.Posting posting) {
    long submission = posting.submission();
    boolean writes = posting.writes();
    Feed feed = posting.feed();
    KnownProducts known = products.known(submission, writes);
    KnownWarehouses places = warehouses.known(submission, writes);
    return new OfFile(
        feed,
        new ProductReferences(known, units.known(), feed),
        new WarehouseReferences(places, feed),
        new LotReferences(
            lots.known(submission, writes),
            new LotDates(db, submission, writes),
            feed.lots() == Feed.Lots.KEPT));
  }

  /** The references of one file; each product, warehouse and lot is looked up once. */
  record OfFile(
      Feed feed, ProductReferences products, WarehouseReferences warehouses, LotReferences lots) {

    /**
     * Resolves the rows that stand; one that cannot be resolved is refused. Nothing is made for a
     * row that was refused before.
     */
    void settle(List<? extends StockRow> rows) {
      products.checkUnits(standing(rows));
      warehouses.settle(standing(rows));
      products.settle(standing(rows));
      lots.settle(standing(rows));
    }

    private List<? extends StockRow> standing(List<? extends StockRow> rows) {
      rows.forEach(row -> row.apply(feed));
      return rows.stream().filter(StockRow::stands).toList();
    }
  }
}
