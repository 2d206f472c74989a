package dz.manchengo.hub.documents;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of dates, all read in the same order of day and month (domain notes §7.6). */
final class DateColumn {
  private final Layout.Column column;
  private final Feed feed;
  private final List<SourceRow> rows;
  private final DateReading[] readings;
  private final DateOrderEvidence evidence = new DateOrderEvidence();
  private boolean assumptionTold;

  DateColumn(Layout.Column column, Feed feed, List<SourceRow> rows) throws UnreadableFile {
    this.column = column;
    this.feed = feed;
    this.rows = rows;
    this.readings = new DateReading[rows.size()];
    for (int i = 0; i < readings.length; i++) {
      Cell cell = rows.get(i).cell(column.index());
      if (!cell.isBlank() && CellValue.fault(cell) == null) {
        readings[i] = CellValue.date(cell);
        evidence.add(cell, readings[i]);
      }
    }
    if (evidence.isSwappedBySpreadsheet()) {
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

  /** The date of the row's cell, or a finding in the row. */
  @Nullable LocalDate value(int i, DataRow row) {
    DateReading reading = readings[i];
    if (reading == null) {
      return null;
    }
    String text = rows.get(i).cell(column.index()).text();
    Place place = row.place().at(column.header());
    if (reading instanceof DateReading.Exact exact) {
      return exact.date();
    }
    if (reading instanceof DateReading.DayMonthOpen open) {
      DateOrderEvidence.Settled settled = evidence.settle(open, feed.dateOrder());
      if (settled != null) {
        if (settled.assumed() && !assumptionTold) {
          assumptionTold = true; // once: it holds for the whole column
          row.add(RuleBook.finding("FMT-007", place, text, "value", text, "iso", settled.date()));
        }
        return settled.date();
      }
    }
    row.add(
        RuleBook.finding("FMT-006", place, text, "value", text, "field", column.header().strip()));
    return null;
  }

  /** What the column showed, for the acknowledgement. */
  String shown() {
    DateOrder order = evidence.order();
    if (order != null) {
      return order == DateOrder.DMY ? "jj/mm/aaaa" : "mm/jj/aaaa";
    }
    return evidence.isContradictory() ? "contradictoire" : "";
  }
}
