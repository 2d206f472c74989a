package dz.manchengo.hub.documents;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text separates its fields (domain notes §7.1).
 *
 * @param declared whether the first line says so, as {@code sep=;}
 */
record CsvDialect(char delimiter, boolean declared) {
  private static final Pattern DECLARATION =
      Pattern.compile(
          "\"?sep=([^\"\r\n])\"?(?:[\r\n].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final int SAMPLE = 50;

  /** In the order of preference on a tie; a comma may stand in any number, hence last. */
  private static final List<Character> CANDIDATES = List.of(';', '\t', '|', ',');

  /** The file's own declaration, else what the feed says, else what fits best. */
  static CsvDialect of(CsvText text, @Nullable Character hint) throws IOException {
    Matcher declaration = DECLARATION.matcher(start(text));
    if (declaration.matches()) {
      return new CsvDialect(declaration.group(1).charAt(0), true);
    }
    return new CsvDialect(hint != null ? hint : detected(text), false);
  }

  /** As the acknowledgement shows it. */
  String label() {
    return switch (delimiter) {
      case ';' -> "{reason.read.semicolon}";
      case ',' -> "{reason.read.comma}";
      case '\t' -> "{reason.read.tab}";
      case '|' -> "{reason.read.bar}";
      default -> String.valueOf(delimiter);
    };
  }

  private static String start(CsvText text) throws IOException {
    char[] start = new char[8];
    int length = 0;
    try (Reader reader = text.open()) {
      for (int read = 0; read != -1 && length < start.length; length += Math.max(read, 0)) {
        read = reader.read(start, length, start.length - length);
      }
    }
    return new String(start, 0, length);
  }

  private static char detected(CsvText text) throws IOException {
    List<Fit> fits = new ArrayList<>();
    for (char candidate : CANDIDATES) {
      fits.add(fit(text, candidate));
    }
    for (Fit fit : fits) {
      if (fit.open && fit.first >= 3) {
        return fit.delimiter; // its header fits and a quote swallows the rest: that is to be said
      }
    }
    Fit best = best(fits, fit -> fit.fields >= 3 && fit.records * 2 > fit.sample);
    Fit everywhere = best(fits, fit -> fit.narrowest >= 3);
    if (best == null || (best.delimiter == ',' && best.first < 3)) {
      // rows of several types, each of its own width; or most of them shifted, with decimal commas
      best = everywhere == null ? best : everywhere;
    }
    if (best == null) {
      best = best(fits, fit -> fit.fields >= 2);
    }
    return best == null ? ';' : best.delimiter;
  }

  private static @Nullable Fit best(List<Fit> fits, Predicate<Fit> good) {
    Fit best = null;
    for (Fit fit : fits) {
      if (good.test(fit) && (best == null || fit.records > best.records)) {
        best = fit;
      }
    }
    return best;
  }

  /**
   * How many of the first records have the same number of fields, and which number.
   *
   * @param first fields of the first record
   * @param narrowest fields of the record that has the fewest
   * @param open whether a quote was still open at the end of the text
   */
  private record Fit(
      char delimiter,
      int fields,
      int records,
      int sample,
      int first,
      int narrowest,
      boolean open) {}

  private static Fit fit(CsvText text, char delimiter) throws IOException {
    Map<Integer, Integer> recordsByFields = new TreeMap<>(Comparator.reverseOrder());
    int sample = 0;
    int first = 0;
    int narrowest = Integer.MAX_VALUE;
    boolean open = true;
    try (CsvReader<CsvRecords.Line> lines = CsvRecords.shapes(text.open(), delimiter, true)) {
      for (CsvRecords.Line line : lines) {
        if (line.end() || sample == SAMPLE) {
          open = false;
          break;
        }
        if (line.width() > 0) {
          first = sample == 0 ? line.count() : first;
          narrowest = Math.min(narrowest, line.count());
          sample++;
          recordsByFields.merge(line.count(), 1, Integer::sum);
        }
      }
    }
    recordsByFields.remove(1);
    Fit fit = new Fit(delimiter, 1, 0, sample, first, sample == 0 ? 0 : narrowest, open);
    for (Map.Entry<Integer, Integer> e : recordsByFields.entrySet()) {
      if (e.getValue() > fit.records) {
        fit = new Fit(delimiter, e.getKey(), e.getValue(), sample, first, narrowest, open);
      }
    }
    return fit;
  }
}
