package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a print repeats on each page around its rows: marks, the company's name beside « Page 2/2 »
 * or alone under it, and the titles that stand above the table.
 */
final class Margins {
  private final Set<List<String>> titles = new HashSet<>();
  private final Set<String> firsts = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  Margins(Layout layout) {
    int header = layout.headerRows().get(0).number();
    for (SourceRow row : layout.sheet().head()) {
      List<String> texts = row.number() < header ? texts(row) : List.of();
      if (!texts.isEmpty()) {
        titles.add(texts);
        firsts.add(texts.get(0));
      }
    }
  }

  /** Asked for every row, in order. */
  boolean isOne(SourceRow row) {
    if (repeats(row)) {
      return true;
    }
    if (PageMark.isOne(row)) {
      PageMark.beside(row).forEach(cell -> names.add(cell.text().strip()));
      return true;
    }
    return false;
  }

  private boolean repeats(SourceRow row) {
    if (firsts.isEmpty() && names.isEmpty()) {
      return false;
    }
    String first = first(row);
    return (firsts.contains(first) && titles.contains(texts(row)))
        || (names.contains(first) && texts(row).size() == 1);
  }

  private static String first(SourceRow row) {
    for (Cell cell : row.cells()) {
      if (!cell.isBlank()) {
        return cell.text().strip();
      }
    }
    return "";
  }

  private static List<String> texts(SourceRow row) {
    List<Cell> filled = new ArrayList<>(row.cells());
    filled.removeIf(Cell::isBlank);
    return filled.stream().map(cell -> cell.text().strip()).collect(Collectors.toList());
  }
}
