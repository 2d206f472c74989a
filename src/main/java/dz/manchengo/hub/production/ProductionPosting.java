package dz.manchengo.hub.production;

import dz.manchengo.hub.catalog.ProductTraits;
import dz.manchengo.hub.catalog.Products;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.stock.BatchLots;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Production batches into {@code production_batch}, {@code batch_input}, {@code batch_output} and
 * {@code quality_test}. No stock moves here (decision record 0010).
 */
@Component
class ProductionPosting implements DocumentPosting {
  private static final Pattern INPUTS =
      Pattern.compile("conso|matiere|composant|ingredient|entree|intrant|input|component|material");

  private static final Pattern OUTPUTS =
      Pattern.compile("sortie|obtenu|fini|fabrique|produits?\\b|output|finished");

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

  /** Of a batch that is not finished the outputs may say what it makes. */
  @Override
  public List<List<String>> requiredSomewhere() {
    return List.of(List.of("product_code", "product_name"));
  }

  /**
   * Consumption and outputs may have sheets of their own; a batch that is not finished may have
   * none yet.
   */
  @Override
  public List<DetailSheet> details() {
    return List.of(
        new DetailSheet(
            List.of("CONSUMPTION"),
            List.of(List.of("input_code", "input_name"), List.of("qty_used")),
            false,
            INPUTS),
        new DetailSheet(
            List.of("OUTPUT", "PRODUCTION"), List.of(List.of("qty_produced")), false, OUTPUTS));
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
