package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From bytes to documents: reads the file, finds its feed, its columns and its documents. */
@Component
public class Interpreter {
  private final FeedRecognition recognition;
  private final FileReader reader;
  private final Clock clock;
  private final Aliases aliases = Aliases.load();

  Interpreter(FeedRecognition recognition, FileReader reader, Clock clock) {
    this.recognition = recognition;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * The documents of a file.
   *
   * @param content the bytes
   * @param name as the sender named it
   * @param folder drop folder it came in by; empty when the headers shall tell
   * @throws UnreadableFile when nothing of it can be taken
   * @throws IOException when our disk fails
   */
  public Interpreted interpret(Path content, String name, String folder)
      throws UnreadableFile, IOException {
    SourceFile file = reader.read(content, name, ReadingHints.NONE);
    Recognised recognised = recognition.recognise(file, name, folder);
    ReadingHints hints = hints(recognised.feed());
    if (file.format().equals("CSV") && !hints.equals(ReadingHints.NONE)) {
      file = reader.read(content, name, hints);
      recognised = recognition.fit(file, recognised.feed()).orElse(recognised);
    }
    return interpret(file, recognised, hints);
  }

  private Interpreted interpret(SourceFile file, Recognised recognised, ReadingHints hints)
      throws UnreadableFile {
    Feed feed = recognised.feed();
    List<Finding> findings = new ArrayList<>(file.findings());
    Map<String, String> detected = new LinkedHashMap<>(file.detected());
    Map<String, Integer> headerRows = new LinkedHashMap<>();
    Map<String, String> headers = new HashMap<>();
    List<DataRow> rows = new ArrayList<>();
    Character mark = null;
    tellSkippedSheets(file, recognised, detected);
    for (Layout layout : recognised.layouts()) {
      checkRequired(layout, recognised);
      tellHeaders(layout, findings);
      SheetReading reading = SheetReading.of(layout, feed, delimiter(file));
      headerRows.put(layout.sheet().name(), headerRow(layout).number());
      detected.put(label("Ligne d'en-tête", layout), String.valueOf(headerRow(layout).number()));
      detected.putAll(reading.detected());
      findings.addAll(reading.findings());
      rows.addAll(reading.data());
      mark = mark == null ? reading.mark() : mark;
      reading.headers().forEach(headers::putIfAbsent);
    }
    if (rows.isEmpty()) {
      throw new UnreadableFile(
          RuleBook.finding("FIL-001", Place.FILE, null, "reason", "reason.no-data"));
    }
    if (mark != null) {
      detected.put("Décimale", mark == ',' ? "virgule" : "point");
    }
    DocumentAssembly assembly =
        new DocumentAssembly(headerFields(recognised), feed, LocalDate.now(clock), headers);
    rows.forEach(assembly::add);
    return new Interpreted(
        feed,
        recognised.posting(),
        hints,
        mark,
        rows.size(),
        detected,
        headerRows,
        assembly.documents().stream().map(d -> applied(feed, d)).toList(),
        applied(feed, findings));
  }

  private static ReadingHints hints(Feed feed) {
    return new ReadingHints(feed.encoding(), feed.delimiter());
  }

  private static @Nullable Character delimiter(SourceFile file) {
    return file.delimiter();
  }

  private static void tellSkippedSheets(
      SourceFile file, Recognised recognised, Map<String, String> detected) {
    List<String> read = recognised.layouts().stream().map(l -> l.sheet().name()).toList();
    String skipped =
        file.sheets().stream()
            .map(SourceSheet::name)
            .filter(name -> !read.contains(name))
            .collect(Collectors.joining(", "));
    if (!skipped.isEmpty()) {
      detected.put("Feuilles sans en-tête reconnu, non lues", skipped);
    }
  }

  private void checkRequired(Layout layout, Recognised recognised) throws UnreadableFile {
    List<String> missing =
        recognised.posting().required().stream()
            .filter(group -> group.stream().noneMatch(f -> isGiven(f, layout, recognised.feed())))
            .map(group -> group.stream().map(Aliases::label).collect(Collectors.joining(" / ")))
            .toList();
    if (!missing.isEmpty()) {
      throw new UnreadableFile(
          RuleBook.finding(
              "FIL-004",
              Place.row(layout.sheet().name(), headerRow(layout).number()),
              null,
              "columns",
              String.join(", ", missing)));
    }
  }

  private static boolean isGiven(String field, Layout layout, Feed feed) {
    return layout.has(field)
        || feed.constants().containsKey(field)
        || (field.equals("party_code") && feed.anonymousParty() != null);
  }

  private static void tellHeaders(Layout layout, List<Finding> findings) {
    Place place = Place.row(layout.sheet().name(), headerRow(layout).number());
    for (Layout.Column column : layout.columns()) {
      String header = column.header().strip();
      if (column.match().isUnknown()) {
        findings.add(
            RuleBook.finding("FIL-005", place.at(column.header()), header, "column", header));
      } else if (column.match().by() == Aliases.By.SIMILARITY) {
        findings.add(
            RuleBook.finding(
                "FIL-007",
                place.at(column.header()),
                header,
                "header",
                header,
                "field",
                column.match().fields().get(0).name()));
      }
    }
  }

  private Set<String> headerFields(Recognised recognised) {
    return aliases.fields(recognised.posting().scopes().get(0)).stream()
        .map(Aliases.Field::name)
        .collect(Collectors.toSet());
  }

  private static RawDocument applied(Feed feed, RawDocument document) {
    return document.withFindings(applied(feed, document.findings()));
  }

  private static List<Finding> applied(Feed feed, List<Finding> findings) {
    List<Finding> applied = new ArrayList<>();
    for (Finding finding : findings) {
      Finding one = feed.apply(finding);
      if (one != null) {
        applied.add(one);
      }
    }
    return applied;
  }

  private static SourceRow headerRow(Layout layout) {
    return layout.sheet().rows().get(layout.headerIndex());
  }

  private static String label(String label, Layout layout) {
    return layout.sheet().name().isEmpty() ? label : label + " (" + layout.sheet().name() + ")";
  }
}
