package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the header row of a sheet as one feed would read it (domain notes §7.1.4). */
final class LayoutFinder {
  /** Columns that an acknowledgement adds behind the original ones. */
  static final String HUB_COLUMN = "Hub :";

  private static final int FEWEST_FIELDS = 3;

  /** Documents of which one may fill a sheet. */
  private static final Set<String> FORMS = Set.of("INVOICE", "ORDER");

  private final Aliases aliases;
  private final List<String> scopes;
  private final Feed feed;
  private final Set<String> ignored;
  private final String fileName;
  private final int fewest;
  private final NameBesideCode names;
  private final CodeBesideParty parties;
  private final PartyNumber numbered;
  private final TotalQuantity quantities;
  private final ArticleHeader articles;
  private final BareNumber number;
  private final VagueHeaders vague;
  private final OriginColumn origins;
  private final Predicate<Layout> wide;

  /**
   * For the sheets of one file.
   *
   * @param columns that a document has at least: of a list they may be two, where it is known to be
   *     one
   * @param wide whether a table has what its documents need, of whatever else it tells
   */
  LayoutFinder(
      Aliases aliases,
      List<String> scopes,
      Feed feed,
      String fileName,
      int columns,
      Predicate<Layout> wide) {
    this.wide = wide;
    this.aliases = aliases.with(feed.columns());
    this.scopes = scopes;
    this.feed = feed;
    this.ignored = feed.ignore().stream().map(HeaderName::normalise).collect(Collectors.toSet());
    this.fileName = fileName;
    this.names = new NameBesideCode(scopes, aliases);
    this.parties = new CodeBesideParty(scopes, aliases);
    this.numbered = new PartyNumber(scopes, aliases);
    this.quantities = new TotalQuantity(scopes, aliases);
    this.articles = new ArticleHeader(scopes, aliases);
    this.number = new BareNumber(numbered(scopes), aliases);
    this.vague = new VagueHeaders(scopes, aliases);
    this.origins = new OriginColumn(scopes, aliases);
    this.fewest = Math.min(columns, FEWEST_FIELDS);
  }

  /** The scope that numbers documents: that of lines is completed by their documents'. */
  private static String numbered(List<String> scopes) {
    return scopes.stream()
        .filter(scope -> KnownHeaders.header(scope, "doc_no").isPresent())
        .findFirst()
        .orElse(scopes.get(0));
  }

  /** The sheet's table, with what its titles say beside it. */
  Optional<Layout> find(SourceSheet sheet) throws UnreadableFile {
    Optional<Layout> table = table(sheet, false);
    try {
      if (table.isPresent()) {
        return Optional.of(titled(table.get()));
      }
      boolean invoices = scopes.get(0).equals("INVOICE");
      Optional<Layout> services = invoices ? table(sheet, true) : Optional.empty();
      return services.isEmpty()
          ? services
          : Optional.of(titled(services.get())).filter(ServiceForm::isOne);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Layout titled(Layout found) throws UnreadableFile, IOException {
    boolean mayBeForm = FORMS.contains(scopes.get(0));
    Layout table = mayBeForm ? TotalsFoot.unfolded(found) : found;
    Layout titled = new TitleFinder(aliases, scopes.get(0), table, names(table.sheet())).titled();
    return SeriesNumber.joined(Dittos.repeated(ServiceForm.settled(titled, aliases)));
  }

  /** Those that may tell the day of a count or balance. */
  private List<String> names(SourceSheet sheet) {
    String day = TitleDate.inNames(scopes.get(0));
    boolean told = day != null && !feed.constants().containsKey(day);
    return told ? List.of(sheet.name(), fileName) : List.of();
  }

  /**
   * The likeliest header row.
   *
   * @param services whether it may be one of a form of services, which has too few columns for any
   *     other document
   */
  private Optional<Layout> table(SourceSheet sheet, boolean services) {
    List<Layout> all =
        IntStream.range(0, sheet.isMade() ? 1 : sheet.head().size())
            .boxed()
            .flatMap(i -> Stream.of(layout(sheet, i, services), joined(sheet, i)))
            .flatMap(Optional::stream)
            .toList();
    return all.stream()
        .filter(one -> !LabelStrip.isOne(one, all))
        .filter(one -> one.isJoined() || !isHalf(one, all))
        .max(
            Comparator.comparingInt(Layout::score)
                .thenComparing(l -> -l.headerIndex())
                .thenComparing(l -> !l.isJoined()));
  }

  /** A row of two that are one header by cells which are merged downwards. */
  private static boolean isHalf(Layout one, List<Layout> all) {
    return all.stream()
        .filter(Layout::isJoined)
        .filter(
            both ->
                both.headerIndex() == one.headerIndex()
                    || both.headerIndex() == one.headerIndex() + 1)
        .map(Layout::headerRows)
        .anyMatch(rows -> JoinedHeader.areOne(rows.get(0), rows.get(1)));
  }

  private Optional<Layout> layout(SourceSheet sheet, int index, boolean services) {
    SourceRow row = sheet.head().get(index);
    return layout(sheet, index, row, false, services);
  }

  private Optional<Layout> joined(SourceSheet sheet, int index) {
    if (index == 0
        || !JoinedHeader.isPossible(sheet.head().get(index - 1), sheet.head().get(index))) {
      return Optional.empty();
    }
    JoinedHeader header = JoinedHeader.of(sheet.head().get(index - 1), sheet.head().get(index));
    SourceRow row =
        header.settled(
            way -> isKnown(way, by -> by != Aliases.By.SIMILARITY),
            way -> isKnown(way, by -> true));
    return layout(sheet, index, row, true, false);
  }

  private boolean isKnown(String header, Predicate<Aliases.By> sure) {
    Aliases.Match match = aliases.match(header, scopes);
    return !match.isUnknown() && sure.test(match.by());
  }

  /** A row as the header. */
  private Optional<Layout> layout(
      SourceSheet sheet, int index, SourceRow row, boolean joined, boolean services) {
    List<Layout.Column> columns = new ArrayList<>();
    int filled = 0;
    int texts = 0;
    int numbers = 0;
    for (int i = 0; i < row.cells().size(); i++) {
      Layout.@Nullable Column column = column(row.cell(i), i);
      if (column != null) {
        columns.add(column);
        filled++;
        texts += row.cell(i) instanceof Cell.Text ? 1 : 0;
        numbers += row.cell(i) instanceof Cell.Text ? 0 : 1;
      }
    }
    columns.replaceAll(column -> SimilarColumn.settled(column, sheet, index));
    columns.replaceAll(column -> BilledColumn.settled(column, sheet, index));
    columns.replaceAll(column -> atItsWord(column, columns));
    columns.replaceAll(column -> parties.named(column, columns, sheet, index));
    numbered.settle(columns, sheet, index);
    columns.replaceAll(column -> articles.named(column, columns, sheet, index));
    columns.replaceAll(column -> names.named(column, columns));
    columns.replaceAll(column -> number.named(column, columns, sheet, index));
    columns.replaceAll(column -> vague.named(column, columns, sheet, index));
    columns.replaceAll(column -> origins.named(column, columns, sheet, index));
    columns.replaceAll(column -> quantities.named(column, columns));
    long mapped = columns.stream().filter(c -> !c.match().isUnknown()).count();
    boolean few = mapped < FEWEST_FIELDS && mapped < filled; // of two columns both are known
    boolean service = services && filled <= FEWEST_FIELDS && ServiceForm.may(columns);
    if (!service && (mapped < fewest || few)) {
      return Optional.empty();
    }
    long fields =
        columns.stream()
            .filter(c -> !c.match().isUnknown())
            .map(c -> c.match().fields().get(0))
            .filter(field -> !field.name().equals(BareAmount.FIELD)) // it may stand in any table
            .distinct() // a merged group stands above each of its columns
            .count();
    int score = (int) fields * 2 + texts - numbers;
    Layout found = new Layout(sheet, index, row, columns, score, null, joined, Titles.NONE);
    boolean fits = service || mapped * 2 >= filled || wide.test(found);
    return fits ? Optional.of(found) : Optional.empty();
  }

  /** {@code batchNo} beside {@code outputLot} is no second number of the lot. */
  private Layout.Column atItsWord(Layout.Column column, List<Layout.Column> all) {
    if (column.match().isUnknown()) {
      return column;
    }
    String field = column.match().fields().get(0).name();
    boolean alone = all.stream().filter(other -> other.means(field)).count() < 2;
    Aliases.Match own = alone ? column.match() : aliases.ofOwnName(column.header(), scopes);
    return own.isUnknown() ? column : new Layout.Column(column.index(), column.header(), own);
  }

  private Layout.@Nullable Column column(Cell cell, int index) {
    String header = cell.text().strip();
    if (header.isEmpty()
        || header.startsWith(HUB_COLUMN)
        || header.equals(FlatTable.LINE)
        || ignored.contains(HeaderName.normalise(header))) {
      return null;
    }
    return new Layout.Column(index, cell.text(), aliases.match(cell.text(), scopes));
  }
}
