package dz.manchengo.hub.documents;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that is one quoted field and holds all of its fields: {@code "F-1,3,""12,5"""}. So a
 * spreadsheet that separates by semicolons saves a file that is separated by commas, where a line
 * has quotes or a semicolon; the others stay as they were. Only a line of data is one: a cell may
 * well hold a separator.
 */
final class GluedLine {
  private static final int FEWEST = 3;

  private GluedLine() {}

  /**
   * Its fields.
   *
   * @param line the one field, without its quotes
   * @param wanted how many fields the header has
   * @return null where it is not such a line
   */
  static @Nullable List<String> fields(String line, char delimiter, int wanted) {
    boolean quoted = line.indexOf('"') >= 0 || line.indexOf(delimiter == ',' ? ';' : ',') >= 0;
    if (!quoted || wanted < FEWEST) {
      return null;
    }
    try (CsvReader<CsvRecord> fields =
        CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(line)) {
      CsvRecord first = null;
      for (CsvRecord record : fields) {
        if (first != null) {
          return null;
        }
        first = record;
      }
      return first != null && first.getFieldCount() == wanted && isData(first)
          ? first.getFields()
          : null;
    } catch (RuntimeException notCsv) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isData(CsvRecord line) {
    return line.getFields().stream().filter(field -> !field.isBlank()).count() >= FEWEST;
  }
}
