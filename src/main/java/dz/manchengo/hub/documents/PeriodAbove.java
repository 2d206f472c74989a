package dz.manchengo.hub.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The period above a trial balance: « Période du 01/10/2026 au 31/10/2026 », in one cell or
 * several. It ends on the day of the balances, and the movements are those since it began. Two of
 * them say nothing.
 */
final class PeriodAbove {
  /** Of the documents that are about a period. */
  static final String SCOPE = "BALANCE";

  private static final String FROM = "period_from";

  /** Printed too, and less likely that of the balances than one that is part of a sentence. */
  private static final Set<String> VAGUE = Set.of("date");

  private static final Pattern PERIOD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:du|de|from) *:? *"
              + TitleDate.DAY
              + " *(?:au|à|to|[-–]) *:? *"
              + TitleDate.DAY
              + "(?![\\p{L}\\p{N}/-])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern YEAR =
      Pattern.compile(
          "(?:exercice|fiscal year) *:? *$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Map<String, Period> periods = new LinkedHashMap<>();

  /**
   * One of them.
   *
   * @param year whether it is called the year of the books
   */
  private record Period(String from, String to, int row, boolean year) {}

  /** A row above the table. */
  void look(SourceRow title) {
    String text =
        title.cells().stream()
            .filter(cell -> !cell.isBlank())
            .map(cell -> Typography.plain(cell.text()))
            .collect(Collectors.joining(" "));
    Matcher period = PERIOD.matcher(text);
    while (period.find()) {
      boolean year = YEAR.matcher(text.substring(0, period.start())).find();
      Period found = new Period(period.group(1), period.group(2), title.number(), year);
      periods.putIfAbsent(found.from() + " " + found.to(), found);
    }
  }

  /** Adds both of its days where neither a column nor a label gives them. */
  void settle(
      Layout table,
      Map<Aliases.Field, Titles.Title> found,
      Function<String, Aliases.@Nullable Field> fieldOf) {
    List<Period> likeliest = likeliest();
    if (likeliest.size() != 1) {
      return;
    }
    Period only = likeliest.get(0);
    found.entrySet().removeIf(one -> isDay(one.getKey()) && VAGUE.contains(label(one.getValue())));
    put(FROM, only.from(), only.row(), table, found, fieldOf);
    put(TitleDate.dayOf(SCOPE), only.to(), only.row(), table, found, fieldOf);
  }

  private List<Period> likeliest() {
    List<Period> own = periods.values().stream().filter(period -> !period.year()).toList();
    return own.isEmpty() ? List.copyOf(periods.values()) : own;
  }

  private static boolean isDay(Aliases.Field field) {
    return field.name().equals(TitleDate.dayOf(SCOPE));
  }

  private static String label(Titles.Title title) {
    return HeaderName.normalise(title.label());
  }

  private static void put(
      String name,
      String day,
      int row,
      Layout table,
      Map<Aliases.Field, Titles.Title> found,
      Function<String, Aliases.@Nullable Field> fieldOf) {
    String label = KnownHeaders.header(SCOPE, name).orElseThrow();
    Aliases.Field field = fieldOf.apply(label);
    if (field != null && !table.has(name)) {
      found.putIfAbsent(field, new Titles.Title(label, new Cell.Text(day), row));
    }
  }
}
