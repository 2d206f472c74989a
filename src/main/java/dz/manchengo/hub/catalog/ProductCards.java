package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The master records of products, with how they are packed: {@code pack.CTN} is its factor. */
@Component
public final class ProductCards extends Cards {
  public static final String PACK = "pack.";

  /** Of a provisional record: a document whose quantities are kept in its unit. */
  public static final String UNIT_USED_IN = "unit_used_in";

  private final JdbcClient db;

  ProductCards(JdbcClient db) {
    super(
        "product_name",
        "product_type",
        "base_uom",
        "vat_rate",
        "gtin",
        "shelf_life_days",
        "lot_tracked",
        "catch_weight",
        "perishable",
        "abc_class",
        "nominal_weight",
        "active",
        UNIT_USED_IN);
    this.db = db;
  }

  record Pack(long productId, String uomCode, String factor) {}

  @Override
  public List<Card> find(
      Collection<String> codes, Collection<String> nifs, Collection<String> names) {
    List<Card> found =
        read(
            db.sql(Sql.file("catalog/find_product_cards.sql"))
                .param("codes", codes.toArray(String[]::new))
                .param("names", norms(names)));
    Map<Long, Map<String, String>> packs = new HashMap<>();
    db.sql(Sql.file("catalog/find_packs.sql"))
        .param("ids", ids(found))
        .query(Pack.class)
        .list()
        .forEach(
            p ->
                packs
                    .computeIfAbsent(p.productId(), id -> new HashMap<>())
                    .put(PACK + p.uomCode(), p.factor()));
    return found.stream()
        .map(c -> c.with(c.code(), c.provisional(), packs.getOrDefault(c.id(), Map.of())))
        .toList();
  }

  @Override
  public void write(long submission, Collection<Card> cards) {
    List<Card> unknown = unknown(cards);
    List<Card> known = known(cards);
    bind(db.sql(Sql.file("catalog/insert_products.sql")), submission, unknown, "product_name")
        .update();
    db.sql(Sql.file("catalog/remember_products.sql"))
        .param("ids", ids(known))
        .param("submission", submission)
        .update();
    bind(db.sql(Sql.file("catalog/update_products.sql")), submission, known, "product_name")
        .param("ids", ids(known))
        .update();
    writePacks(cards);
  }

  @Override
  public boolean isMadeUp(String code) {
    return code.startsWith(Products.MADE_FOR_NAME);
  }

  private void writePacks(Collection<Card> cards) {
    List<String> codes = new ArrayList<>();
    List<String> units = new ArrayList<>();
    List<String> factors = new ArrayList<>();
    for (Card card : cards) {
      card.values()
          .forEach(
              (field, value) -> {
                if (field.startsWith(PACK)) {
                  codes.add(card.code());
                  units.add(field.substring(PACK.length()));
                  factors.add(value);
                }
              });
    }
    db.sql(Sql.file("catalog/write_packs.sql"))
        .param("codes", codes.toArray(String[]::new))
        .param("units", units.toArray(String[]::new))
        .param("factors", factors.toArray(String[]::new))
        .update();
  }
}
