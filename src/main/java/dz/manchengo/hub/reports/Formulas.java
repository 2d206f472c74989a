package dz.manchengo.hub.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * Formulas with names in them: <code>{column}</code> is the cell of the same row, <code>
 * {sheet.column}</code> that column of a table, from its first row to its last, <code>{"CODE"}
 * </code> the word for a code, in quotes.
 */
final class Formulas {
  private static final Pattern NAME = Pattern.compile("\\{([a-z0-9_.-]+)}");

  private static final Pattern WORD = Pattern.compile("\\{\"([A-Z][A-Z0-9_]*)\"}");

  private final Map<String, String> words;
  private final Map<String, String> ranges = new HashMap<>();
  private final Set<String> split = new HashSet<>();

  Formulas(Map<String, String> words) {
    this.words = words;
  }

  /** What people read for a code. */
  String word(String code) {
    return words.getOrDefault(code, code);
  }

  /** What the sheet's formulas and its chart name, as {@code sheet.column}. */
  static List<String> references(Report.Sheet sheet) {
    List<String> formulas = new ArrayList<>();
    sheet.columns().forEach(column -> formulas.add(String.valueOf(column.formula())));
    sheet.looks().forEach(look -> formulas.add(look.when()));
    sheet.figures().forEach(figure -> formulas.add(String.valueOf(figure.formula())));
    List<String> found =
        new ArrayList<>(
            formulas.stream()
                .flatMap(formula -> NAME.matcher(formula).results())
                .map(result -> result.group(1))
                .map(name -> name.indexOf('.') < 0 ? sheet.id() + "." + name : name)
                .toList());
    Report.Chart chart = sheet.chart();
    if (chart != null) {
      Stream.of(chart.labels(), chart.values())
          .map(column -> chart.sheet() + "." + column)
          .forEach(found::add);
    }
    return found;
  }

  /** Remembers where a table's column stands. */
  void place(String sheet, String column, String sheetName, int index, int first, int last) {
    ranges.put(
        sheet + "." + column,
        new CellRangeAddress(first, last, index, index).formatAsString(sheetName, true));
  }

  /** That table goes on in another sheet: no range is all of it. */
  void split(String sheet) {
    split.add(sheet);
  }

  /** Whether Excel can compute it: whatever it names stands on one sheet. */
  boolean isWhole(String formula) {
    return NAME.matcher(formula)
        .results()
        .map(found -> found.group(1).replaceFirst("\\..*", ""))
        .noneMatch(split::contains);
  }

  /** The formula in a row, whose cells that function names. */
  String of(String formula, UnaryOperator<String> cell) {
    String worded =
        WORD.matcher(formula)
            .replaceAll(found -> Matcher.quoteReplacement('"' + word(found.group(1)) + '"'));
    return NAME.matcher(worded)
        .replaceAll(
            found -> {
              String name = found.group(1);
              return Matcher.quoteReplacement(
                  name.indexOf('.') < 0 ? cell.apply(name) : ranges.getOrDefault(name, "#REF!"));
            });
  }

  /** As {@code T5}. */
  static String cell(int column, int row) {
    return CellReference.convertNumToColString(column) + (row + 1);
  }
}
