package dz.manchengo.hub.masterdata;

import dz.manchengo.hub.catalog.ProductCards;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Origins;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Products into {@code product} and {@code product_uom}; each row is one product or one way of
 * packing it.
 */
@Component
class ProductPosting implements DocumentPosting {
  private final ProductCards cards;
  private final Units units;
  private final Origins origins;

  ProductPosting(ProductCards cards, Units units, Origins origins) {
    this.origins = origins;
    this.cards = cards;
    this.units = units;
  }

  @Override
  public String document() {
    return "products";
  }

  @Override
  public List<String> scopes() {
    return List.of("PRODUCT");
  }

  @Override
  public List<List<String>> required() {
    return List.of(List.of("product_code"), List.of("product_name"));
  }

  @Override
  public String numberField() {
    return "product_code";
  }

  @Override
  public boolean isEachRowADocument() {
    return true;
  }

  @Override
  public boolean isMasterData() {
    return true;
  }

  @Override
  public Session open(Posting posting) {
    return new MasterSession(posting, new ProductKind(cards, units.known()), origins);
  }
}
