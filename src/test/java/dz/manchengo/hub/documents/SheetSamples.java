package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Sheets of invoices read as the packaged accounting feed reads them. */
final class SheetSamples {
  private static final List<String> SCOPES = List.of("INVOICE", "LINE");

  private SheetSamples() {}

  /** A sheet with all of its rows read. */
  record Read(
      List<DataRow> data,
      List<Finding> findings,
      Map<String, String> detected,
      List<ControlFigure> controls) {}

  static Read sheet(String... lines) throws UnreadableFile {
    return sheet(ReadingSamples.read(String.join("\n", lines) + "\n"));
  }

  static Read sheet(SourceFile file) throws UnreadableFile {
    Feed feed = feed();
    Layout layout =
        new LayoutFinder(Aliases.load(), SCOPES, feed, "", Integer.MAX_VALUE, any -> false)
            .find(file.sheets().get(0))
            .orElseThrow();
    try {
      SheetReading reading =
          SheetReading.of(
              layout, feed, grouping(), new ScatteredDocuments(), codes -> Set.of(), "");
      List<DataRow> data = new ArrayList<>();
      ControlTotals control = reading.read(data::add);
      int documents =
          (int)
              data.stream()
                  .map(d -> d.header().get("doc_no"))
                  .filter(Objects::nonNull)
                  .distinct()
                  .count();
      return new Read(
          data,
          reading.findings(),
          reading.detected(),
          control == null ? List.of() : control.figures(documents));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every finding of the rows in French: its rule, its row, its sentence. */
  static List<String> sentences(Read reading) {
    return sentences(reading, Locale.FRENCH);
  }

  static List<String> sentences(Read reading, Locale language) {
    List<Finding> all = new ArrayList<>(reading.findings());
    reading.data().forEach(row -> all.addAll(row.findings()));
    return all.stream()
        .map(f -> f.rule() + " " + f.place().row() + " " + RuleBook.message(f, language))
        .map(sentence -> sentence.replace('\u00a0', ' '))
        .toList();
  }

  /** The only document of those rows. */
  static RawDocument document(LocalDate today, Map<String, String> headers, List<DataRow> rows)
      throws UnreadableFile {
    return documents(today, headers, rows).get(0);
  }

  /** The documents of those rows, in the order in which they are whole. */
  static List<RawDocument> documents(
      LocalDate today, Map<String, String> headers, List<DataRow> rows) throws UnreadableFile {
    ScatteredDocuments scattered = new ScatteredDocuments();
    rows.forEach(row -> scattered.add(norm(row)));
    List<RawDocument> documents = new ArrayList<>();
    FileHeaders named = new FileHeaders(false);
    named.add("", headers);
    DocumentAssembly assembly =
        new DocumentAssembly(
            grouping(), List.of(), feed(), today, named, scattered, documents::add);
    try {
      for (DataRow row : rows) {
        assembly.add(row);
      }
      assembly.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  private static String norm(DataRow row) {
    Object number = row.header().get("doc_no");
    return number == null ? "" : DocumentNumber.norm(number.toString());
  }

  private static Grouping grouping() {
    Set<String> header =
        Aliases.load().fields("INVOICE").stream()
            .map(Aliases.Field::name)
            .collect(Collectors.toSet());
    return new Grouping("doc_no", false, Grouping.Part.WHOLE, header);
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
