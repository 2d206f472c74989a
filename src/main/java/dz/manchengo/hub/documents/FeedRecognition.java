package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.OwnCompany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells by its headers whose way of writing which document a file is. */
@Component
class FeedRecognition {
  private final FeedCatalogue catalogue;
  private final List<DocumentPosting> postings;
  private final OwnSide own;
  private final FeedHeaders headers;
  private final Aliases aliases = Aliases.load();

  FeedRecognition(FeedCatalogue catalogue, List<DocumentPosting> postings, OwnCompany company) {
    this.catalogue = catalogue;
    this.postings = postings;
    this.own = new OwnSide(company);
    this.headers = new FeedHeaders(own);
  }

  /**
   * The feed that fits best: one whose columns are all there before one that lacks some, then one
   * that names its headers before the general one.
   *
   * @param folder drop folder: {@code invoices}, {@code <source>/invoices}, or empty for any
   *     document
   * @throws UnreadableFile FIL-003 when no sheet has a header row, FIL-010 when nobody reads such
   *     documents
   */
  Recognised recognise(SourceFile file, String name, String folder) throws UnreadableFile {
    List<Feed> candidates = candidates(folder);
    if (candidates.isEmpty()) {
      throw notSupported(name, folder);
    }
    List<Recognised> fitting = new ArrayList<>();
    for (Feed feed : candidates) {
      fit(
              file,
              feed,
              name,
              !folder.isEmpty(),
              layout -> headers.fit(feed, layout) || FeedHeaders.isPurchase(feed, layout, name))
          .ifPresent(fitting::add);
    }
    Optional<Recognised> best =
        fitting.stream()
            .max(
                Comparator.comparing(Recognised::isComplete)
                    .thenComparingInt(r -> FeedHeaders.specificity(r.feed()))
                    .thenComparingInt(Recognised::score));
    checkIsNoReport(file, name, folder, best);
    Recognised likeliest = best.orElseThrow(() -> noHeader(file, candidates.get(0)));
    Recognised chosen = folder.isEmpty() ? likeliest.orDocument(fitting) : likeliest;
    own.refuseOwnOrder(chosen, name);
    own.refuseInvoiceOfOthers(chosen, name);
    refuseOtherSheets(chosen, fitting);
    return chosen;
  }

  /** FIL-033: a sheet that is whole as another source's document would be passed over. */
  private static void refuseOtherSheets(Recognised chosen, List<Recognised> fitting)
      throws UnreadableFile {
    Set<String> read =
        chosen.layouts().stream().map(l -> l.sheet().name()).collect(Collectors.toSet());
    for (Recognised other : fitting) {
      for (Layout layout : other.layouts()) {
        if (!read.contains(layout.sheet().name()) && other.missing(layout).isEmpty()) {
          String sheet = layout.sheet().name();
          throw new UnreadableFile(
              RuleBook.finding(
                  "FIL-033",
                  Place.row(sheet, layout.headerRow().number()),
                  sheet,
                  "sheet",
                  sheet,
                  "a",
                  other.feed().description(),
                  "b",
                  chosen.feed().description()));
        }
      }
    }
  }

  /**
   * FIL-010 for a report that is no document. Who drops it into a folder whose columns it all has
   * knows what he is doing.
   */
  private static void checkIsNoReport(
      SourceFile file, String name, String folder, Optional<Recognised> best)
      throws UnreadableFile {
    boolean wanted = !folder.isEmpty() && best.map(Recognised::isComplete).orElse(false);
    String reason = wanted ? null : KnownReports.reason(file);
    if (reason != null) {
      throw new UnreadableFile(
          RuleBook.finding("FIL-010", Place.FILE, name, "name", name, "detected", reason));
    }
  }

  /**
   * Of documents that name both sides: which of them the company is, where that is not known
   * (FIL-021).
   */
  List<Finding> sideAssumed(Recognised recognised) {
    return recognised.layouts().stream()
        .limit(1)
        .flatMap(layout -> own.assumed(layout, recognised.feed()).stream())
        .toList();
  }

  /**
   * The sheets as that feed reads them, whatever headers it names itself.
   *
   * @throws UnreadableFile FIL-003 when no sheet has a header row of such documents
   */
  Recognised recogniseAs(Feed feed, SourceFile file, String name) throws UnreadableFile {
    return fit(file, feed, name, true, layout -> true).orElseThrow(() -> noHeader(file, feed));
  }

  /** The sheets as that feed reads them; empty when none has its headers. */
  Optional<Recognised> fit(SourceFile file, Feed feed, String name) throws UnreadableFile {
    return fit(file, feed, name, true, layout -> headers.fit(feed, layout));
  }

  /**
   * The same where the layout is wanted.
   *
   * @param known whether the folder says what the file is: a code and a name alone do not
   */
  private Optional<Recognised> fit(
      SourceFile file, Feed feed, String name, boolean known, Predicate<Layout> wanted)
      throws UnreadableFile {
    Optional<DocumentPosting> posting =
        postings.stream().filter(p -> p.document().equals(feed.document())).findFirst();
    if (posting.isEmpty()) {
      return Optional.empty();
    }
    int fewest = known ? posting.get().required().size() : Integer.MAX_VALUE;
    DocumentPosting of = posting.get();
    LayoutFinder finder =
        new LayoutFinder(
            aliases,
            of.scopes(),
            feed,
            name,
            fewest,
            layout -> WideTable.isOne(layout, of, feed, known));
    List<Layout> layouts = new ArrayList<>();
    for (SourceSheet sheet : OwnAnswers.toRead(file)) {
      if (mayBe(sheet, feed)) {
        finder.find(table(sheet, feed)).filter(wanted).ifPresent(layouts::add);
      }
    }
    return layouts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Recognised(
                    feed,
                    posting.get(),
                    new PartedSheets(aliases, feed, posting.get())
                        .of(OwnAnswers.toRead(file), layouts))
                .withoutSummaries());
  }

  /** A source of typed rows writes nothing else; only what it corrects comes as a table. */
  private static boolean mayBe(SourceSheet sheet, Feed feed) {
    TypedRows typed = feed.typedRows();
    return typed == null || typed.isIn(sheet) || OwnAnswers.isCorrection(sheet);
  }

  /** As rows of the types that the feed declares, where the sheet has such. */
  private static SourceSheet table(SourceSheet sheet, Feed feed) throws UnreadableFile {
    TypedRows typed = feed.typedRows();
    try {
      return typed == null ? sheet : typed.table(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Feeds that may be meant by that drop folder. */
  List<Feed> candidates(String folder) {
    int slash = folder.indexOf('/');
    String document = folder.substring(slash + 1);
    return catalogue.of(document).stream()
        .filter(feed -> postings.stream().anyMatch(p -> p.document().equals(feed.document())))
        .filter(feed -> slash < 0 || feed.source().equals(folder.substring(0, slash)))
        .toList();
  }

  /** FIL-028 for purchases that no header names. */
  List<Finding> purchaseAssumed(Recognised recognised, String name) {
    Feed feed = recognised.feed();
    return recognised.layouts().stream()
        .filter(layout -> !headers.fit(feed, layout) && FeedHeaders.isPurchase(feed, layout, name))
        .limit(1)
        .flatMap(layout -> new Statement(layout, name).purchase().stream())
        .map(said -> RuleBook.finding("FIL-028", Place.FILE, said, "value", said))
        .toList();
  }

  private UnreadableFile notSupported(String name, String folder) {
    String supported =
        postings.stream()
            .map(DocumentPosting::document)
            .sorted()
            .map(document -> "inbox/" + document)
            .collect(Collectors.joining(", "));
    return new UnreadableFile(
        RuleBook.finding(
            "FIL-010",
            Place.FILE,
            name,
            "name",
            name,
            "detected",
            "reason.no-feed",
            "folder",
            folder,
            "folders",
            supported));
  }

  private UnreadableFile noHeader(SourceFile file, Feed expected) {
    if (file.sheets().stream().anyMatch(OwnAnswers::isCorrection)) {
      return Refusal.unreadable("reason.nothing-to-correct");
    }
    if (file.sheets().stream().allMatch(SourceSheet::isMade)) {
      String keys =
          file.sheets().get(0).head().get(0).cells().stream()
              .map(Cell::text)
              .filter(key -> !key.equals(FlatTable.LINE))
              .limit(5)
              .collect(Collectors.joining(", "));
      return Refusal.unreadable("reason.json.no-keys", "keys", keys);
    }
    int rows = file.sheets().stream().mapToInt(s -> s.head().size()).max().orElse(0);
    if (rows == 0) {
      return Refusal.unreadable("reason.no-content");
    }
    Finding finding =
        RuleBook.finding(
            "FIL-003",
            Place.FILE,
            null,
            "n",
            rows,
            "first",
            first(file),
            "example",
            example(expected));
    boolean services =
        expected.document().equals("invoices")
            && file.sheets().stream().anyMatch(sheet -> ServiceForm.isLikely(sheet, aliases));
    return new UnreadableFile(services ? finding.withHint("hint.services") : finding);
  }

  /** The first row that is not empty, as far as it can be shown. */
  private static String first(SourceFile file) {
    return file.sheets().stream()
        .flatMap(sheet -> sheet.head().stream())
        .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
        .findFirst()
        .map(SourceRow::shown)
        .orElse("");
  }

  /** The columns that such documents must have. */
  private String example(Feed expected) {
    return postings.stream()
        .filter(posting -> posting.document().equals(expected.document()))
        .flatMap(
            posting ->
                posting.required().stream()
                    .map(group -> KnownHeaders.label(group.get(0), posting.scopes())))
        .collect(Collectors.joining(", "));
  }
}
