package dz.manchengo.hub.documents;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a feed gives every row, read as a cell of a column of that field would be. */
final class FeedConstants {
  private static final Map<String, List<String>> SCOPES =
      Map.of(
          "orders", List.of("ORDER", "LINE"),
          "invoices", List.of("INVOICE", "LINE"),
          "payments", List.of("PAYMENT"),
          "production", List.of("PRODUCTION", "CONSUMPTION"),
          "products", List.of("PRODUCT"),
          "parties", List.of("PARTY"),
          "ledger-balances", List.of("BALANCE"),
          "stock-movements", List.of("MOVEMENT"),
          "stock-counts", List.of("COUNT"));

  private final Feed feed;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();

  private FeedConstants(Feed feed) {
    this.feed = feed;
  }

  static FeedConstants of(Feed feed) {
    FeedConstants constants = new FeedConstants(feed);
    feed.constants().forEach(constants::read);
    return constants;
  }

  /** Field → value, of those that can be read. */
  Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Which of them cannot be read, and why. */
  List<String> complaints() {
    return complaints;
  }

  private void read(String name, String text) {
    Aliases.Field field = field(name);
    if (field == null) {
      return; // that there is no such field is said already
    }
    DataRow row =
        new DataRow(Place.FILE, List.of(), new Grouping("", true, Grouping.Part.WHOLE, Set.of()));
    Cell cell = text.isBlank() ? Cell.blank() : new Cell.Text(text);
    Object value = value(field, cell, row);
    if (value == null) {
      complaints.add("constants: " + name + ": " + reason(name, text, row));
      return;
    }
    values.put(name, value);
    row.header().forEach(values::putIfAbsent); // « Exonéré » is a rate and a reason
  }

  private @Nullable Object value(Aliases.Field field, Cell cell, DataRow row) {
    if (cell.isBlank() || CellValue.fault(cell) != null) {
      return null;
    }
    Layout.Column column =
        new Layout.Column(
            0, field.name(), new Aliases.Match(List.of(field), Aliases.By.FEED, null));
    SourceRow source = new SourceRow(1, List.of(cell));
    return switch (field.type()) {
      case DATE, DATETIME -> moment(field, cell);
      case AUTO -> null; // discount_pct and discount_amount say what it counts
      case TEXT, CODE, NIF, ENUM ->
          new TextColumn(column, field.name(), field.type(), feed).value(source, row);
      case MONEY, PRICE, QTY, PCT, INT, NUM -> number(field, column, source, row);
    };
  }

  private @Nullable Object number(
      Aliases.Field field, Layout.Column column, SourceRow source, DataRow row) {
    DecimalWitnesses feedOnly = new DecimalWitnesses(null, null, feed.decimalMark(), null, null);
    NumberColumn numbers = new NumberColumn(column, field.name(), field.type(), feed, feedOnly);
    NumberReading reading = numbers.reading(source);
    return reading == null ? null : numbers.value(reading, source, row);
  }

  private @Nullable Object moment(Aliases.Field field, Cell cell) {
    LocalTime bare = TimesOfDay.mayBe(field.name()) ? TimesOfDay.of(cell) : null;
    LocalDate day = bare == null ? day(CellValue.date(cell)) : null;
    if (day == null || field.type() == Aliases.Type.DATE) {
      return bare == null ? day : bare;
    }
    LocalTime time = CellValue.time(cell);
    return day.atTime(time == null ? LocalTime.MIDNIGHT : time);
  }

  private @Nullable LocalDate day(DateReading reading) {
    if (reading instanceof DateReading.DayMonthOpen open) {
      return open.date(feed.dateOrder());
    }
    return reading instanceof DateReading.Exact exact ? exact.date() : null;
  }

  /** A log is read by administrators: in English, as the other complaints of feeds are. */
  private static String reason(String name, String text, DataRow row) {
    return row.findings().stream()
        .findFirst()
        .map(finding -> RuleBook.message(finding, Locale.ENGLISH))
        .orElse("\"" + text + "\" is no value of " + name);
  }

  /** The field of the feed's own documents before one of the same name elsewhere. */
  private Aliases.@Nullable Field field(String name) {
    List<String> scopes = SCOPES.getOrDefault(feed.document(), List.of());
    List<Aliases.Field> all =
        AliasRow.ALL.stream().map(AliasRow::field).filter(f -> f.name().equals(name)).toList();
    return Stream.concat(
            scopes.stream().flatMap(s -> all.stream().filter(f -> f.scope().equals(s))),
            all.stream())
        .findFirst()
        .orElse(null);
  }
}
