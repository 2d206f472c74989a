package dz.manchengo.hub.masterdata;

import static dz.manchengo.hub.documents.RawDocument.number;
import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.catalog.Card;
import dz.manchengo.hub.catalog.Cards;
import dz.manchengo.hub.catalog.ProductCards;
import dz.manchengo.hub.catalog.Units;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Products: their units, rates and bar codes. */
final class ProductKind implements MasterKind {
  private static final Set<String> RATES = Set.of("0", "9", "19");
  private static final Pattern IN_GRAMS = Pattern.compile("(?iu).*[^\\p{L}](?:g|gr|grammes?)\\W*");

  private static final Map<String, String> GUESSES = guessed();

  private final ProductCards cards;
  private final Units.Known units;
  private boolean packlessTold;

  ProductKind(ProductCards cards, Units.Known units) {
    this.cards = cards;
    this.units = units;
  }

  private static Map<String, String> guessed() {
    Map<String, String> guessed = new LinkedHashMap<>();
    guessed.put("product_type", "PF");
    guessed.put("base_uom", "PCE");
    guessed.put("vat_rate", "19");
    return Collections.unmodifiableMap(guessed);
  }

  @Override
  public Cards cards() {
    return cards;
  }

  @Override
  public String entity() {
    return "reason.entity.product";
  }

  @Override
  public String codeField() {
    return "product_code";
  }

  @Override
  public String nameField() {
    return "product_name";
  }

  @Override
  public Set<String> needed() {
    return Set.of("product_name", "product_type", "base_uom", "vat_rate");
  }

  /** As documents make them; who completes the record may change each. */
  @Override
  public Map<String, String> guesses() {
    return GUESSES;
  }

  @Override
  public void read(MasterRow row) {
    row.code = row.code.toUpperCase(Locale.ROOT); // as documents mean it: 85123a is 85123A
    row.take("product_name");
    row.take("product_type");
    row.take("gtin");
    row.take("abc_class");
    row.take("lot_tracked");
    row.take("catch_weight");
    row.take("perishable");
    row.take("active");
    row.take("shelf_life_days", 0, "1", "3650");
    readRate(row);
    readWeight(row);
    readUnits(row);
  }

  /** 0.19 is what a cell that shows 19 % may hold. */
  private static void readRate(MasterRow row) {
    BigDecimal rate = number(row.raw.header(), "vat_rate");
    if (rate == null) {
      return;
    }
    boolean fraction = rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) < 0;
    String plain = MasterRow.plain(fraction ? rate.movePointRight(2) : rate);
    if (RATES.contains(plain)) {
      row.given.put("vat_rate", plain);
    } else {
      row.tell("INV-016", "vat_rate", plain, "value", plain);
    }
  }

  private static void readWeight(MasterRow row) {
    row.take("nominal_weight", 4, "0.0001", "100000");
    String header = row.raw.headers().getOrDefault("nominal_weight", "");
    if (IN_GRAMS.matcher(header).matches()) {
      row.given.computeIfPresent(
          "nominal_weight",
          (field, grams) -> MasterRow.plain(new BigDecimal(grams).movePointLeft(3)));
    }
  }

  private void readUnits(MasterRow row) {
    Optional<String> base = unit(row, "base_uom");
    base.ifPresent(unit -> row.given.put("base_uom", unit));
    if (!row.raw.headers().containsKey("pack_factor")) {
      return; // « Conditionnement » alone describes; nothing can be converted by it
    }
    Optional<String> pack = unit(row, "pack_uom");
    BigDecimal factor = number(row.raw.header(), "pack_factor");
    if (pack.isPresent() && factor == null) {
      row.require("pack_factor");
    } else if (pack.isPresent() && factor != null) {
      readPack(row, pack.get(), factor);
    } else if (factor != null && text(row.raw.header(), "pack_uom") == null) {
      tellPackless(row, factor);
    }
  }

  /** MDM-034, once for the file: 12 of what nobody says are not kept. */
  private void tellPackless(MasterRow row, BigDecimal factor) {
    if (!packlessTold && factor.compareTo(BigDecimal.ONE) > 0) {
      packlessTold = true;
      String shown = MasterRow.plain(factor);
      row.tell("MDM-034", "pack_factor", shown, "value", shown, "product", row.code);
    }
  }

  private void readPack(MasterRow row, String unit, BigDecimal factor) {
    if (unit.equals(row.given.get("base_uom")) && factor.compareTo(BigDecimal.ONE) == 0) {
      return; // 1 piece is 1 piece
    }
    if (factor.signum() <= 0 || unit.equals(row.given.get("base_uom"))) {
      row.tell(
          "MDM-008",
          "pack_factor",
          unit,
          "value",
          unit,
          "product",
          row.code,
          "units",
          units.listed());
      return;
    }
    row.given.put(ProductCards.PACK + unit, MasterRow.plain(factor));
  }

  /** MDM-008, for a word that is no unit. */
  private Optional<String> unit(MasterRow row, String field) {
    String word = text(row.raw.header(), field);
    if (word == null) {
      return Optional.empty();
    }
    Optional<String> unit = units.code(word);
    if (unit.isEmpty()) {
      row.tell("MDM-008", field, word, "value", word, "product", row.code, "units", units.listed());
    }
    return unit;
  }

  /**
   * MDM-020, MDM-025: quantities of documents are kept in the base unit. That of a provisional
   * record may change as long as there are none.
   */
  @Override
  public void check(MasterRow row, Card before, CardIndex index) {
    String old = before.value("base_uom");
    String now = row.given.get("base_uom");
    if (old == null || now == null || old.equals(now)) {
      return;
    }
    String document = before.value(ProductCards.UNIT_USED_IN);
    if (!before.provisional()) {
      row.tell("MDM-020", "base_uom", now, "product", row.code, "old", old, "new", now);
    } else if (document != null) {
      Object[] params = {"product", row.code, "old", old, "new", now, "doc", document};
      row.tell("MDM-025", "base_uom", now, params);
    }
  }

  /** Type and unit of a provisional record were guessed, from a list its rate too. */
  @Override
  public boolean completes(Map<String, String> given) {
    return given.keySet().containsAll(GUESSES.keySet());
  }

  /** A list without a word on lots does not begin to follow by lots what is kept without them. */
  @Override
  public Optional<String> leftAsItWas(MasterRow row, Card after) {
    boolean untold = !row.given.containsKey("lot_tracked");
    return untold && "false".equals(after.value("lot_tracked"))
        ? Optional.of("hint.lots-untold")
        : Optional.empty();
  }

  @Override
  public void tellMissing(MasterRow row, Card after) {
    // all that a product must have is asked for before it is made
  }
}
