package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The day of a table's documents where no column gives it: as the titles or a name say it. */
final class DayAbove {
  private final String scope;
  private final Layout table;
  private final List<String> names;
  private final TwiceSaid twice;
  private final TitleDate unlabelled = new TitleDate();
  private final PeriodAbove period = new PeriodAbove();
  private Titles.@Nullable Title named;

  /**
   * Above one table.
   *
   * @param names of its sheet and file, as far as they may tell the day
   */
  DayAbove(String scope, Layout table, List<String> names, TwiceSaid twice) {
    this.scope = scope;
    this.table = table;
    this.names = names;
    this.twice = twice;
  }

  /** A row above the table. */
  void look(SourceRow row) {
    unlabelled.look(row);
    if (scope.equals(PeriodAbove.SCOPE)) {
      period.look(row);
    }
  }

  /** What a name told; null where nothing (FIL-046). */
  Titles.@Nullable Title named() {
    return named;
  }

  /** Adds the day where neither a column nor a label gives it, and compares it with a label's. */
  void settle(
      Map<Aliases.Field, Titles.Title> found,
      boolean form,
      Function<String, Aliases.@Nullable Field> fieldOf) {
    period.settle(table, found, fieldOf);
    String name = TitleDate.field(scope);
    if (name == null || table.has(name)) {
      return;
    }
    String label = KnownHeaders.header(scope, name).orElseThrow();
    Aliases.Field field = fieldOf.apply(label);
    if (field == null || !field.name().equals(name)) {
      return;
    }
    Titles.Title labelled = Titles.of(found, name);
    Titles.Title placed =
        form && FormDate.isOf(scope)
            ? FormDate.above(table, scope, Titles.of(found, CreditNumbers.FIELD) != null)
                .title(label)
            : null;
    if (labelled != null) {
      compare(field, labelled, placed);
      return;
    }
    Titles.Title title = unlabelled.isEmpty() ? named(label) : unlabelled.title(label);
    title = form && FormDate.isOf(scope) ? placed : title;
    if (title != null) {
      found.put(field, title);
    }
  }

  /** « Date : 15/10/2026 » above « Alger, le 16/10/2026 ». */
  private void compare(Aliases.Field field, Titles.Title labelled, Titles.@Nullable Title placed) {
    if (placed != null) {
      twice.compare(field, labelled, placed);
    }
  }

  /** All of a count or balance is of one day, which people put into the name of what they send. */
  private Titles.@Nullable Title named(String label) {
    named =
        names.stream()
            .map(TitleDate::inName)
            .filter(Objects::nonNull)
            .findFirst()
            .map(day -> new Titles.Title(label, new Cell.Text(Objects.requireNonNull(day)), 0))
            .orElse(null);
    return named;
  }
}
