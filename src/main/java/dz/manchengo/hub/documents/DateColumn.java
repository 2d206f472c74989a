package dz.manchengo.hub.documents;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A column of dates, all read in the same order of day and month (domain notes §7.6). */
final class DateColumn {
  private final Layout.Column column;
  private final boolean withTime;
  private final boolean mayBeTime;
  private final boolean ofDue;
  private final Feed feed;
  private final DateOrderEvidence evidence;
  private final @Nullable DateOrder told;
  private final boolean inDoubt;
  private boolean orderTold;

  /**
   * A column whose cells were surveyed.
   *
   * @param note how it was read before, if somebody has typed dates beside the texts of an answer
   * @throws UnreadableFile FMT-008
   */
  DateColumn(ColumnSurvey survey, Aliases.Type type, Feed feed, ReadingNote note)
      throws UnreadableFile {
    this.column = survey.column();
    this.withTime = type == Aliases.Type.DATETIME;
    this.mayBeTime = TimesOfDay.mayBe(survey.column().match().fields().get(0).name());
    this.ofDue = column.means("due_date");
    this.feed = feed;
    this.evidence = survey.order();
    this.told = note.order(column);
    this.inDoubt = told == null && (note.isInDoubt(column) || evidence.isInDoubt(feed.dateOrder()));
    if (!note.isOfAnswer() && evidence.isSwappedBySpreadsheet()) {
      throw new UnreadableFile(
          RuleBook.finding(
              "FMT-008",
              Place.FILE.at(column.header()),
              null,
              "column",
              column.header().strip(),
              "n",
              evidence.realDates()));
    }
  }

  /**
   * The value of the row's cell, with its time of day where the field has one, midnight else; of
   * some fields a time alone.
   */
  @Nullable Object value(SourceRow source, DataRow row) {
    Cell cell = source.cell(column.index());
    if (cell.isBlank() || CellValue.fault(cell) != null) {
      return null;
    }
    LocalTime bare = mayBeTime ? TimesOfDay.of(cell) : null;
    if (bare != null) {
      return bare;
    }
    PaymentTerm term = ofDue ? PaymentTerm.of(cell) : null;
    if (term != null) {
      row.header().put(PaymentTerm.FIELD, term);
      return null;
    }
    LocalDate date = date(cell, row);
    if (date == null || !withTime) {
      return date;
    }
    LocalTime time = CellValue.time(cell);
    return date.atTime(time == null ? LocalTime.MIDNIGHT : time);
  }

  /** The date of the row's cell, or a finding in the row. */
  private @Nullable LocalDate date(Cell cell, DataRow row) {
    DateReading reading = CellValue.date(cell);
    String text = cell.text();
    Place place = row.place().at(column.header());
    if (reading instanceof DateReading.Exact exact) {
      tellAgainst(exact, row, place, text);
      return exact.date();
    }
    if (reading instanceof DateReading.DayMonthOpen open) {
      return told == null ? settled(open, row, place, text) : open.date(told);
    }
    LocalDate counted = DateText.counted(text);
    if (counted != null && evidence.areCounted()) {
      return counted;
    }
    row.add(
        counted == null
            ? unreadable(place, text, "why", "reason.date.none", "wanted", wanted())
            : unreadable(
                place, text, "why", "reason.date.serial", "wanted", wanted(), "iso", counted));
    return null;
  }

  private @Nullable LocalDate settled(
      DateReading.DayMonthOpen open, DataRow row, Place place, String text) {
    DateOrderEvidence.Settled settled = inDoubt ? null : evidence.settle(open, feed.dateOrder());
    if (settled == null) {
      row.add(open(place, text, open));
      return null;
    }
    boolean turned = !settled.assumed() && evidence.turns(feed.dateOrder());
    if ((settled.assumed() || turned) && !orderTold) {
      orderTold = true; // once: it holds for the whole column
      row.add(turned ? turned(place, text, settled.date()) : assumed(place, text, settled.date()));
    }
    return settled.date();
  }

  /** The one date that makes its neighbours doubtful is told of too (FMT-027). */
  private void tellAgainst(DateReading.Exact exact, DataRow row, Place place, String text) {
    DateOrder usual = feed.dateOrder();
    if (inDoubt && exact.proves() == DateOrderEvidence.against(usual)) {
      row.add(against("FMT-027", place, text, exact.date()));
    }
  }

  /** As the column's other dates are written. */
  private String wanted() {
    return order() == DateOrder.MDY ? "reason.date.wanted-month-first" : "reason.date.wanted";
  }

  private Finding assumed(Place place, String text, LocalDate date) {
    return ordered("FMT-007", place, text, date, feed.dateOrder());
  }

  private Finding turned(Place place, String text, LocalDate date) {
    return against("FMT-028", place, text, date).with("other", evidence.example(feed.dateOrder()));
  }

  /** A date that is read against the custom of its source. */
  private Finding against(String rule, Place place, String text, LocalDate date) {
    return ordered(rule, place, text, date, DateOrderEvidence.against(feed.dateOrder()))
        .with("usual", phrase(feed.dateOrder()));
  }

  private Finding ordered(String rule, Place place, String text, LocalDate date, DateOrder order) {
    return RuleBook.finding(
        rule,
        place,
        text,
        "value",
        text,
        "field",
        column.header().strip(),
        "iso",
        date,
        "order",
        phrase(order));
  }

  private static String phrase(DateOrder order) {
    return order == DateOrder.DMY ? "reason.date.day-first" : "reason.date.month-first";
  }

  private Finding open(Place place, String text, DateReading.DayMonthOpen open) {
    String example = evidence.example(feed.dateOrder());
    String why =
        feed.dateOrder() == DateOrder.DMY ? "reason.date.open" : "reason.date.open-day-first";
    return unreadable(
        place,
        text,
        "why",
        example.isEmpty() ? "reason.date.still-open" : why,
        "other",
        example,
        "wanted",
        "reason.date.wanted-in-words",
        "iso_a",
        open.dayFirst(),
        "iso_b",
        open.monthFirst());
  }

  private Finding unreadable(Place place, String text, Object... more) {
    Object[] params =
        Stream.concat(
                Stream.of("value", text, "field", column.header().strip()), Arrays.stream(more))
            .toArray();
    return RuleBook.finding("FMT-006", place, text, params);
  }

  /** The order by which its dates are read; null when they are in doubt. */
  @Nullable DateOrder order() {
    DateOrder shown = shownOrder();
    if (shown != null) {
      return shown;
    }
    return inDoubt ? null : feed.dateOrder();
  }

  private @Nullable DateOrder shownOrder() {
    return told != null || inDoubt ? told : evidence.order(feed.dateOrder());
  }

  /** What the column showed, for the acknowledgement. */
  String shown() {
    DateOrder order = shownOrder();
    if (order != null) {
      return order == DateOrder.DMY ? "{reason.read.day-first}" : "{reason.read.month-first}";
    }
    if (evidence.areCounted()) {
      return "{reason.read.counted-days}";
    }
    return inDoubt ? "{reason.read.contradictory}" : "";
  }
}
