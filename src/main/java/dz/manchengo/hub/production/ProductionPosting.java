package dz.manchengo.hub.production;

import dz.manchengo.hub.catalog.ProductTraits;
import dz.manchengo.hub.catalog.Products;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.stock.BatchLots;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Production batches into {@code production_batch}, {@code batch_input}, {@code batch_output} and
 * {@code quality_test}. No stock moves here (decision record 0010).
 */
@Component
class ProductionPosting implements DocumentPosting {
  private final Products products;
  private final ProductTraits traits;
  private final Units units;
  private final BatchLots lots;
  private final FormerBatches former;
  private final BatchTables tables;

  ProductionPosting(
      Products products,
      ProductTraits traits,
      Units units,
      BatchLots lots,
      FormerBatches former,
      BatchTables tables) {
    this.products = products;
    this.traits = traits;
    this.units = units;
    this.lots = lots;
    this.former = former;
    this.tables = tables;
  }

  @Override
  public String document() {
    return "production";
  }

  @Override
  public List<String> scopes() {
    return List.of("PRODUCTION", "CONSUMPTION");
  }

  @Override
  public List<List<String>> required() {
    return List.of(
        List.of("batch_no"), List.of("product_code", "product_name"), List.of("qty_produced"));
  }

  @Override
  public String numberField() {
    return "batch_no";
  }

  /** One row is one lot that came out. */
  @Override
  public Set<String> lineFields() {
    return Set.copyOf(OutputLines.FIELDS);
  }

  /** Consumption may have a sheet of its own; a batch that is not finished may have none yet. */
  @Override
  public DetailSheet details() {
    List<List<String>> required = List.of(List.of("input_code", "input_name"), List.of("qty_used"));
    return new DetailSheet(List.of("CONSUMPTION"), required, false);
  }

  @Override
  public Session open(Posting posting) {
    return new ProductionSession(
        posting,
        new ItemReferences(
            products.known(posting.submission(), posting.writes()),
            traits,
            units.known(),
            posting.feed()),
        lots,
        former,
        tables);
  }
}
