package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit that people write beside a quantity instead of in a column of its own: {@code Quantité
 * (g)}, {@code 250 g}, a number format {@code 0" ctn"}. Each is named as the table {@code uom} has
 * it, with the same measure. What a pack is worth for a product the master data say.
 */
public enum QuantityUnit {
  KG("kg", "1", "kg kgs kilo kilos kilogramme kilogrammes"),
  G("kg", "0.001", "g gr gramme grammes"),
  QTL("kg", "100", "quintal quintaux qx ql"),
  T("kg", "1000", "t tonne tonnes"),
  L("l", "1", "l lt litre litres"),
  HL("l", "100", "hl hectolitre hectolitres"),
  CL("l", "0.01", "cl centilitre centilitres"),
  ML("l", "0.001", "ml millilitre millilitres"),
  PCE("", null, "pce pces pc pcs piece pieces unite unites u boite boites"),
  CTN("", null, "ctn ctns crt crts carton cartons colis caisse caisses"),
  PAL("", null, "pal palette palettes"),
  SEAU("", null, "seau seaux"),
  BRQ("", null, "brq barquette barquettes"),
  M3("l", "1000", "m3"),
  SAC("", null, "sac sacs"),
  BID("", null, "bidon bidons"),
  RLX("", null, "rouleau rouleaux rlx bobine bobines"),
  BTL("", null, "btl bouteille bouteilles"),
  POT("", null, "pot pots"),
  PQT("", null, "pqt paquet paquets"),
  FUT("", null, "fut futs"),
  BAC("", null, "bac bacs"),
  M("", null, "m metre metres"),
  KM("", null, "km kms"),
  M2("", null, "m2"),
  H("", null, "h heure heures"),
  JOUR("", null, "j jour jours"),
  MOIS("", null, "mois"),
  KWH("", null, "kwh"),
  FORF("", null, "forfait forfaits");

  /**
   * At the end of a header they say something else: an « échéance (jours) » is no amount of days.
   */
  private static final Set<QuantityUnit> NOT_IN_HEADERS = EnumSet.range(M, FORF);

  private static final Map<String, QuantityUnit> BY_WORD = new HashMap<>();

  static {
    for (QuantityUnit unit : values()) {
      BY_WORD.put(unit.word(), unit);
      for (String word : unit.words.split(" ", -1)) {
        BY_WORD.put(word, unit);
      }
    }
  }

  private final String dimension;
  private final @Nullable BigDecimal measure;
  private final String words;

  /**
   * A unit.
   *
   * @param measure kilograms or litres of it; null of packs
   */
  QuantityUnit(String dimension, @Nullable String measure, String words) {
    this.dimension = dimension;
    this.measure = measure == null ? null : new BigDecimal(measure);
    this.words = words;
  }

  /** The unit of a word, which may be its code; null where it is none. */
  public static @Nullable QuantityUnit of(String word) {
    return BY_WORD.get(Typography.fold(word).replace(".", "").strip());
  }

  /** Kilograms or litres of one, as {@code measure} of the table has it; null of packs. */
  public @Nullable BigDecimal measure() {
    return measure;
  }

  /** That may stand at the end of a header. */
  static Set<String> wordsInHeaders() {
    Set<String> words = new HashSet<>(BY_WORD.keySet());
    words.removeIf(word -> NOT_IN_HEADERS.contains(BY_WORD.get(word)));
    return words;
  }

  /** Whether it is one of volume, whose kilograms depend on what is measured. */
  public boolean isVolume() {
    return dimension.equals(L.dimension);
  }

  /** As a column « Unité » would say it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The quantity in another unit of the same dimension, exactly; null between others. */
  public @Nullable BigDecimal in(QuantityUnit other, BigDecimal quantity) {
    if (measure == null || other.measure == null || !dimension.equals(other.dimension)) {
      return this == other ? quantity : null;
    }
    return quantity.multiply(measure).divide(other.measure); // measures are powers of ten
  }
}
