package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What a person who opens the workbook does not see (FIL-015), named as Excel names ranges. */
final class HiddenPlaces {
  private static final int MOST = 20;

  private final List<String> sheets = new ArrayList<>();
  private final Map<String, BitSet> rows = new LinkedHashMap<>();
  private final Map<String, BitSet> columns = new LinkedHashMap<>();

  void sheet(String name) {
    sheets.add(name);
  }

  void row(String sheet, int number) {
    rows.computeIfAbsent(sheet, name -> new BitSet()).set(number);
  }

  void column(String sheet, int number) {
    columns.computeIfAbsent(sheet, name -> new BitSet()).set(number);
  }

  /** One finding at most: {@code Tarifs, Ventes!3:7, Ventes!C:D}. */
  List<Finding> findings() {
    List<String> places = new ArrayList<>(sheets);
    rows.forEach((sheet, set) -> addRanges(places, sheet, set, String::valueOf));
    columns.forEach((sheet, set) -> addRanges(places, sheet, set, CellRange::columnName));
    if (places.isEmpty()) {
      return List.of();
    }
    String detail = String.join(", ", places.subList(0, Math.min(MOST, places.size())));
    String more = places.size() > MOST ? ", …" : "";
    return List.of(RuleBook.finding("FIL-015", Place.FILE, null, "detail", detail + more));
  }

  private static void addRanges(
      List<String> places, String sheet, BitSet set, IntFunction<String> name) {
    for (int from = set.nextSetBit(0); from >= 0; ) {
      int to = set.nextClearBit(from) - 1;
      places.add(sheet + "!" + name.apply(from) + ":" + name.apply(to));
      from = set.nextSetBit(to + 1);
    }
  }
}
