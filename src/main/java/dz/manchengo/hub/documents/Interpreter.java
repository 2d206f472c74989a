package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.ProductCodes;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import dz.manchengo.hub.platform.Days;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From bytes to documents: reads the file, finds its feed, its columns and its documents. */
@Component
public class Interpreter {
  private final FeedRecognition recognition;
  private final FileReader reader;
  private final Clock clock;
  private final ProductCodes products;
  private final Aliases aliases = Aliases.load();

  Interpreter(FeedRecognition recognition, FileReader reader, Clock clock, ProductCodes products) {
    this.products = products;
    this.recognition = recognition;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Finds out how a file is to be read, by looking at all of its rows.
   *
   * @param content the bytes; they must stay where they are until the interpretation is closed
   * @param name as the sender named it
   * @param folder drop folder it came in by; empty when the headers shall tell
   * @throws UnreadableFile when nothing of it can be taken
   * @throws IOException when our disk fails
   */
  public Interpretation interpret(Path content, String name, String folder)
      throws UnreadableFile, IOException {
    SourceFile file = reader.read(content, name, ReadingHints.NONE);
    try {
      Recognised recognised;
      try {
        recognised = recognition.recognise(file, name, folder);
      } catch (UnreadableFile e) {
        Feed feed = file.hasText() ? declared(content, name, folder) : null;
        if (feed == null) {
          throw e;
        }
        file.close();
        file = reader.read(content, name, hints(feed));
        recognised = recognition.recogniseAs(feed, file, name);
      }
      ReadingHints hints = hints(recognised.feed());
      boolean asked = file.hasText() || hints.typedRows() != null;
      if (asked && !hints.equals(ReadingHints.NONE)) {
        file = reader.read(content, name, hints);
        recognised = recognition.fit(file, recognised.feed(), name).orElse(recognised);
      }
      return interpret(file, recognised, hints, name);
    } catch (UnreadableFile | IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * The feed whose headers appear once its own delimiter and encoding are followed; null for none.
   * What no feed fixes is detected, which knows the usual delimiters alone.
   */
  private @Nullable Feed declared(Path content, String name, String folder) throws IOException {
    for (Feed feed : recognition.candidates(folder)) {
      ReadingHints hints = hints(feed);
      if (hints.equals(ReadingHints.NONE)) {
        continue;
      }
      try (SourceFile file = reader.read(content, name, hints)) {
        if (recognition.fit(file, feed, name).filter(Recognised::isComplete).isPresent()) {
          return feed;
        }
      } catch (UnreadableFile e) {
        // not by that feed either
      }
    }
    return null;
  }

  /**
   * Whether the file holds one half of its documents, as far as its headers tell: those of whole
   * ones are not all there. A journal of totals may be the head of lines to come, and no half of
   * lines.
   *
   * @throws IOException when our disk fails
   */
  public boolean isHalf(Path content, String name, String folder) throws IOException {
    try (SourceFile file = reader.read(content, name, ReadingHints.NONE)) {
      Recognised recognised = recognition.recognise(file, name, folder);
      boolean lines = PairName.of(name).map(PairName::half).orElse(null) == PairName.Half.LINES;
      return recognised.isHalf() && !(lines && recognised.isComplete());
    } catch (UnreadableFile e) {
      return false; // it will be told what is wrong with it
    }
  }

  /** The same by that feed, whatever headers it names itself. */
  public Interpretation interpretBy(Feed feed, Path content, String name)
      throws UnreadableFile, IOException {
    ReadingHints hints = hints(feed);
    SourceFile file = reader.read(content, name, hints);
    try {
      return interpret(file, recognition.recogniseAs(feed, file, name), hints, name);
    } catch (UnreadableFile | IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private Interpretation interpret(
      SourceFile file, Recognised recognised, ReadingHints hints, String name)
      throws UnreadableFile, IOException {
    checkCompanion(recognised, name);
    List<String> scopes = recognised.posting().scopes();
    for (Layout layout : recognised.layouts()) {
      new StatementCheck(recognised, layout, name).check();
      // beside sheets that are whole it is rather one too many than one with too little
      boolean tooMany = recognised.hasWholeSheet();
      checkAlone(layout, recognised, name);
      checkRequired(layout, recognised.asked(layout), scopes, tooMany);
    }
    checkRequired(recognised.layouts().get(0), recognised.missingEverywhere(), scopes, false);
    Interpretation interpretation =
        new Interpretation(file, recognised, hints, aliases, LocalDate.now(clock), products, name);
    recognition.sideAssumed(recognised).forEach(interpretation::tell);
    recognition.purchaseAssumed(recognised, name).forEach(interpretation::tell);
    tellSkippedSheets(file, recognised, interpretation);
    recognised.layouts().forEach(layout -> tellHeaders(layout, interpretation));
    recognised.layouts().forEach(layout -> tellNamed(layout, name, interpretation));
    return interpretation;
  }

  private static ReadingHints hints(Feed feed) {
    return new ReadingHints(feed.encoding(), feed.delimiter(), feed.typedRows());
  }

  private static void tellSkippedSheets(
      SourceFile file, Recognised recognised, Interpretation interpretation)
      throws UnreadableFile, IOException {
    List<String> read = recognised.layouts().stream().map(l -> l.sheet().name()).toList();
    Map<String, String> detected = interpretation.detected();
    String skipped =
        file.sheets().stream()
            .map(SourceSheet::name)
            .filter(name -> !read.contains(name))
            .collect(Collectors.joining(", "));
    if (!skipped.isEmpty()) {
      detected.put("{reason.read.skipped}", skipped);
    }
    Members.unrecognised(file, read).forEach(interpretation::tell);
    if (recognised.layouts().stream().noneMatch(l -> OwnAnswers.isCorrection(l.sheet()))) {
      UnreadSheets.of(file, recognised).forEach(interpretation::tell);
    }
  }

  /** FIL-014: half of a pair came alone. */
  private static void checkCompanion(Recognised recognised, String name) throws UnreadableFile {
    Optional<PairName> half = PairName.of(name);
    if (half.isEmpty() || recognised.isComplete() || !recognised.isHalf()) {
      return;
    }
    boolean headers = half.get().half() == PairName.Half.HEADERS;
    throw new UnreadableFile(
        RuleBook.finding(
                "FIL-014",
                Place.FILE,
                null,
                "doc",
                name,
                "what",
                headers ? "reason.sheet.header" : "reason.sheet.lines",
                Hints.PARAM,
                "hint.companion",
                "hint_file",
                half.get().companion())
            .withSeverity(Severity.REJECT_FILE));
  }

  /** FIL-014 for consumption or outputs that came without the orders they belong to. */
  private static void checkAlone(Layout layout, Recognised recognised, String name)
      throws UnreadableFile {
    if (!recognised.missing(layout).isEmpty() && recognised.isDetailsAlone(layout)) {
      Place place = Place.row(layout.sheet().name(), layout.headerRow().number());
      throw new UnreadableFile(
          RuleBook.finding("FIL-014", place, null, "doc", name, "what", "reason.sheet.lines")
              .withHint("hint.details-alone")
              .withSeverity(Severity.REJECT_FILE));
    }
  }

  private static void checkRequired(
      Layout layout, List<List<String>> groups, List<String> scopes, boolean tooMany)
      throws UnreadableFile {
    if (groups.isEmpty()) {
      return;
    }
    String missing =
        groups.stream()
            .map(
                group ->
                    group.stream()
                        .map(field -> KnownHeaders.label(field, scopes))
                        .collect(Collectors.joining(" {reason.or} ")))
            .collect(Collectors.joining(" ; "));
    Place place = Place.row(layout.sheet().name(), layout.headerRow().number());
    Finding finding = RuleBook.finding("FIL-004", place, null, "columns", missing);
    String unread = unread(layout);
    Optional<SourceRow> band = BandRows.first(layout, groups);
    if (tooMany) {
      finding = finding.with("hint_sheet", layout.sheet().name()).withHint("hint.sheet-too-many");
    } else if (layout.isJournal() && layout.has(BareAmount.FIELD)) {
      finding = BareAmount.unnamed(layout, finding);
    } else if (band.isPresent()) {
      finding = BandRows.told(finding, band.get());
    } else if (FormLacks.isWhatLacks(groups, layout)) {
      finding = FormLacks.told(finding, groups, layout, scopes.get(0));
    } else if (groups.contains(List.of("counted_at"))) {
      finding = finding.withHint("hint.count-date");
    } else if (groups.contains(List.of("balance_date"))) {
      finding = finding.withHint("hint.balance-date");
    } else if (groups.stream().anyMatch(group -> group.contains("origin"))) {
      finding = finding.withHint("hint.movement-origin");
    } else if (BareNumber.isIn(groups, layout.columns())) {
      finding = finding.withHint("hint.bare-number");
    } else if (!unread.isEmpty()) {
      finding = finding.with("hint_columns", unread).withHint("hint.unread-columns");
    }
    throw new UnreadableFile(finding);
  }

  private static String unread(Layout layout) {
    return layout.columns().stream()
        .filter(column -> column.match().isUnknown())
        .map(column -> "« " + column.header().strip() + " »")
        .collect(Collectors.joining(", "));
  }

  /** FIL-046. */
  private static void tellNamed(Layout layout, String name, Interpretation interpretation) {
    Titles.Title named = layout.titles().named();
    if (named != null) {
      String sheet = layout.sheet().name();
      String value = Days.of(LocalDate.parse(named.value().text()));
      interpretation.tell(
          RuleBook.finding(
              "FIL-046",
              Place.row(sheet, layout.headerRow().number()),
              value,
              "field",
              named.label(),
              "value",
              value,
              "name",
              TitleDate.inName(sheet) != null ? sheet : name));
    }
  }

  private static void tellHeaders(Layout layout, Interpretation interpretation) {
    Place place = Place.row(layout.sheet().name(), layout.headerRow().number());
    for (Layout.Column column : layout.columns()) {
      String header = column.header().strip();
      if (SeriesNumber.reads(layout, column)) {
        continue; // which is told (FIL-051)
      }
      if (column.match().isUnknown()) {
        Finding unknown =
            RuleBook.finding("FIL-005", place.at(column.header()), header, "column", header);
        boolean counts = UncountedValues.mayCount(column, interpretation.feed());
        interpretation.tell(counts ? unknown.withHint("hint.charge-column") : unknown);
      } else if (column.match().by() == Aliases.By.SIMILARITY) {
        interpretation.tell(
            RuleBook.finding(
                "FIL-007",
                place.at(column.header()),
                header,
                "header",
                header,
                "field",
                KnownHeaders.label(column.match().fields().get(0).name())));
      }
    }
  }
}
