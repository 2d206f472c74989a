package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A header that ends with the unit of its values, parted from it: {@code quantite en kg}.
 *
 * @param header what is left, in its normal form
 * @param unit {@code kg}, {@code da}, {@code pct}
 */
record HeaderUnit(String header, String unit) {
  private static final Set<String> CENTIMES = Set.of("centime", "centimes", "cts");
  private static final Set<String> OF_MONEY =
      Set.of("da", "dzd", "دج", "dinar", "dinars", "pct", "centime", "centimes", "cts");
  private static final Set<String> UNITS = units();

  /**
   * Words around a unit that say nothing: {@code remise en dinars algeriens}, {@code prix au kg}.
   */
  private static final Set<String> FILLERS =
      Set.of("en", "algeriens", "au", "du", "par", "le", "la", "de");

  /** They may stand behind the unit: {@code prix du kg ht}. */
  private static final Set<String> TAXED = Set.of("ht", "ttc");

  private static Set<String> units() {
    Set<String> units = QuantityUnit.wordsInHeaders();
    units.addAll(OF_MONEY);
    return units;
  }

  /** Whether it may be the unit of an amount, which no weight and no package is. */
  boolean isOfMoney() {
    return OF_MONEY.stream().anyMatch(List.of(unit.split(" ", -1))::contains);
  }

  /** Whether a header names centimes as the unit of its amounts. */
  static boolean isOfCentimes(@Nullable String unit) {
    return unit != null && CENTIMES.contains(unit);
  }

  /** Every way to read it, the longest header first; none where it ends with no unit. */
  static List<HeaderUnit> of(String name) {
    int last = name.lastIndexOf(' ');
    String taxed = name.substring(last + 1);
    if (last < 0 || !TAXED.contains(taxed)) {
      return endingWithUnit(name);
    }
    return endingWithUnit(name.substring(0, last)).stream()
        .map(read -> new HeaderUnit(read.header() + " " + taxed, read.unit()))
        .toList();
  }

  private static List<HeaderUnit> endingWithUnit(String name) {
    List<HeaderUnit> read = new ArrayList<>(1);
    String header = name;
    String unit = "";
    for (int space = header.lastIndexOf(' '); space > 0; space = header.lastIndexOf(' ')) {
      String word = header.substring(space + 1);
      if (UNITS.contains(word)) {
        unit = unit.isEmpty() ? word : word + " " + unit;
      } else if (!FILLERS.contains(word)) {
        break;
      }
      header = header.substring(0, space);
      if (!unit.isEmpty()) {
        read.add(new HeaderUnit(header, unit));
      }
    }
    return read;
  }
}
