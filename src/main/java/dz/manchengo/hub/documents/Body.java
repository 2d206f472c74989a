package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.BodyCheck.Entry;
import dz.manchengo.hub.documents.BodyCheck.Part;
import dz.manchengo.hub.documents.BodyShape.Property;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One document as a partner's program sends it. Places in its findings are those of the body: row
 * and list as its sheet, and the path of the property as its column (see {@link #pointer}).
 */
public final class Body {
  private static final Aliases ALIASES = Aliases.load();

  /** By scopes and name, of those that the contract names. */
  private static final Map<String, Aliases.Field> FIELDS = new ConcurrentHashMap<>();

  private final DocumentPosting posting;
  private final List<Part> parts;
  private final List<Finding> breaches;

  Body(DocumentPosting posting, BodyCheck check, List<Finding> breaches) {
    this.posting = posting;
    this.parts = check.parts();
    this.breaches = breaches;
  }

  /** Everything in which it differs from its contract; nothing of it is read unless empty. */
  public List<Finding> breaches() {
    return breaches;
  }

  /** Sale, unless it says otherwise. */
  public Invoice.Direction direction() {
    return parts.get(0).entries().stream()
        .filter(entry -> entry.property().direction())
        .map(entry -> Invoice.Direction.valueOf(entry.text()))
        .findFirst()
        .orElse(Invoice.Direction.SALE);
  }

  /** Rows of its lists; 1 where it has none. */
  public int rows() {
    return Math.max(1, parts.size() - 1);
  }

  /** Where in the body a finding is, as RFC 6901 writes it; empty for the whole document. */
  public static String pointer(Place place) {
    String column = place.column();
    if (column.startsWith("/")) {
      return column;
    }
    String row = place.sheet().isEmpty() ? "" : "/" + place.sheet() + "/" + (place.row() - 1);
    return column.isEmpty() ? row : row + "/" + column;
  }

  /**
   * The documents it makes: one, or where each row is a document of its own as many as it has rows.
   *
   * @param feed says how its source writes
   * @param zone of business dates: moments are read as times there
   */
  public List<RawDocument> documents(Feed feed, LocalDate today, ZoneId zone) {
    DataRow document = row(parts.get(0), feed, zone, null);
    Feed.MoneyUnit unit = (Feed.MoneyUnit) document.header().get("money_unit");
    List<DataRow> rows = new ArrayList<>();
    parts.stream().skip(1).forEach(part -> rows.add(row(part, feed, zone, unit)));
    if (!posting.isEachRowADocument()) {
      return List.of(whole(document, rows, feed, today));
    }
    if (rows.isEmpty()) {
      return List.of(whole(document, List.of(), feed, today));
    }
    return rows.stream().map(row -> single(document, row, feed, today)).toList();
  }

  private RawDocument whole(DataRow document, List<DataRow> rows, Feed feed, LocalDate today) {
    List<Finding> findings = new ArrayList<>(document.findings());
    List<RawDocument.Line> lines = new ArrayList<>();
    for (DataRow row : rows) {
      findings.addAll(row.findings());
      lines.add(new RawDocument.Line(row.place(), row.header(), false));
    }
    return document(document.header(), document, lines, findings, feed, today);
  }

  /** What holds for all rows holds for each. */
  private RawDocument single(DataRow document, DataRow row, Feed feed, LocalDate today) {
    Map<String, Object> values = new HashMap<>(document.header());
    values.putAll(row.header());
    List<Finding> findings = new ArrayList<>(row.findings());
    if (row.place().row() == 1) {
      findings.addAll(0, document.findings());
    }
    return document(values, row, List.of(), findings, feed, today);
  }

  private RawDocument document(
      Map<String, Object> values,
      DataRow row,
      List<RawDocument.Line> lines,
      List<Finding> findings,
      Feed feed,
      LocalDate today) {
    values.remove("money_unit");
    FeedConstants.of(feed).values().forEach(values::putIfAbsent);
    String number = RawDocument.text(values, posting.numberField());
    Map<String, String> headers = headers();
    Place place = row.place();
    DateLimits.check(values, feed.earliestDate(), today)
        .forEach((field, day) -> findings.add(outOfBounds(place, field, day, feed, today)));
    return new RawDocument(
        number,
        values,
        row.words(),
        lines,
        List.of(row.row()),
        headers,
        feed.applied(findings.stream().map(f -> f.withDocument(number)).toList()));
  }

  private Finding outOfBounds(
      Place place, String field, LocalDate day, Feed feed, LocalDate today) {
    String header = headers().getOrDefault(field, field);
    return RuleBook.finding(
        "FMT-009",
        place.at(header),
        day.toString(),
        "iso",
        day,
        "from",
        feed.earliestDate(),
        "to",
        today.plusDays(1),
        "field",
        header);
  }

  /** Field → the property that gives it, of those that are there. */
  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    boolean lists = posting.isEachRowADocument() && parts.size() > 1;
    for (Part part : parts) {
      String prefix = lists && part.place().sheet().isEmpty() ? "/" : "";
      part.entries()
          .forEach(entry -> headers.putIfAbsent(entry.property().field(), prefix + entry.path()));
    }
    headers.remove("");
    return headers;
  }

  private DataRow row(Part part, Feed feed, ZoneId zone, Feed.@Nullable MoneyUnit unit) {
    Grouping all = new Grouping(posting.numberField(), true, Grouping.Part.WHOLE, Set.of());
    DataRow row = new DataRow(part.place(), List.of(), all);
    row.setMoneyUnit(unit);
    part.entries().stream()
        .filter(entry -> entry.property().field().equals("money_unit"))
        .forEach(entry -> takeUnit(entry, row));
    for (Entry entry : part.entries()) {
      Property property = entry.property();
      if (!property.field().isEmpty() && !property.field().equals("money_unit")) {
        row.put(property.field(), value(entry, row, feed, zone));
      }
    }
    return row;
  }

  private static void takeUnit(Entry entry, DataRow row) {
    Feed.MoneyUnit unit = Feed.MoneyUnit.valueOf(entry.text());
    row.setMoneyUnit(unit);
    row.put("money_unit", unit);
  }

  private @Nullable Object value(Entry entry, DataRow row, Feed feed, ZoneId zone) {
    Aliases.Field field = field(entry.property().field());
    Layout.Column column =
        new Layout.Column(
            0, entry.path(), new Aliases.Match(List.of(field), Aliases.By.FEED, null));
    if (field.type() == Aliases.Type.DATE) {
      return LocalDate.parse(entry.text());
    }
    if (field.type() == Aliases.Type.DATETIME) {
      return OffsetDateTime.parse(entry.text()).atZoneSameInstant(zone).toLocalDateTime();
    }
    SourceRow source = new SourceRow(row.place().row(), List.of(new Cell.Text(entry.text())));
    if (NumberColumns.isNumber(field.type())) {
      BigDecimal exact = new BigDecimal(entry.text());
      return new NumberColumn(column, field.name(), field.type(), feed, DecimalWitnesses.NONE)
          .value(new NumberReading.Exact(exact), source, row);
    }
    return new TextColumn(column, field.name(), field.type(), feed).value(source, row);
  }

  private Aliases.Field field(String name) {
    return FIELDS.computeIfAbsent(
        String.join(" ", posting.scopes()) + "." + name, key -> find(name));
  }

  private Aliases.Field find(String name) {
    return posting.scopes().stream()
        .flatMap(scope -> ALIASES.fields(scope).stream())
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the contract names no field: " + name));
  }
}
