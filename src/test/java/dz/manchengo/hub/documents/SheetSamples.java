package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sheets of invoices read as the packaged accounting feed reads them. */
final class SheetSamples {
  private static final List<String> SCOPES = List.of("INVOICE", "LINE");

  private SheetSamples() {}

  static SheetReading sheet(String... lines) throws UnreadableFile {
    return sheet(ReadingSamples.read(String.join("\n", lines) + "\n"));
  }

  static SheetReading sheet(SourceFile file) throws UnreadableFile {
    Feed feed = feed();
    Layout layout =
        new LayoutFinder(Aliases.load(), SCOPES, feed).find(file.sheets().get(0)).orElseThrow();
    return SheetReading.of(layout, feed, file.delimiter());
  }

  /** Every finding of the rows in French: its rule, its row, its sentence. */
  static List<String> sentences(SheetReading reading) {
    return sentences(reading, Locale.FRENCH);
  }

  static List<String> sentences(SheetReading reading, Locale language) {
    List<Finding> all = new ArrayList<>(reading.findings());
    reading.data().forEach(row -> all.addAll(row.findings()));
    return all.stream()
        .map(f -> f.rule() + " " + f.place().row() + " " + RuleBook.message(f, language))
        .toList();
  }

  private static Feed feed() {
    try {
      Path file = Path.of("config/feeds/accounting.invoices.yaml");
      return FeedFile.parse("accounting.invoices.yaml", Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
