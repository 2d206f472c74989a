package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The count sheet of one file on its way to the tables. */
final class CountSheetSession implements DocumentPosting.Session {
  private final DocumentPosting.Posting posting;
  private final Feed feed;
  private final Parts parts;
  private boolean bookTold;
  private boolean nobodyTold;

  /** What it works with; all but the tables are this file's own. */
  record Parts(
      StockReferences.OfFile references,
      CountSessions sessions,
      FormerCounts former,
      BookSnapshot book,
      CountTables tables,
      Period period) {}

  /**
   * @param closedThrough the last day of closed stock; null while nothing is closed
   */
  record Period(@Nullable LocalDate closedThrough, ZoneId zone) {}

  CountSheetSession(DocumentPosting.Posting posting, Parts parts) {
    this.posting = posting;
    this.feed = posting.feed();
    this.parts = parts;
  }

  @Override
  public void post(List<RawDocument> documents, DocumentPosting.Answers answers) {
    List<CountRow> rows = documents.stream().map(CountRow::new).toList();
    rows.forEach(CountAssembly::assemble);
    parts.sessions().find(standing(rows));
    standing(rows).forEach(this::checkPeriod);
    standing(rows).forEach(CountSheetSession::checkEmpty);
    judge(rows);
    List<CountRow> toWrite = counted(rows);
    Set<CountLine> opened = new HashSet<>();
    toWrite.forEach(row -> row.opensLine = row.line().isNew && opened.add(row.line()));
    if (posting.writes()) {
      parts.tables().write(posting.submission(), toWrite);
    }
    for (CountRow row : rows) {
      answers.verdict(row.verdict());
    }
  }

  private void judge(List<CountRow> rows) {
    parts.references().settle(counted(rows));
    parts.sessions().settle(counted(rows));
    counted(rows).forEach(this::checkFractions);
    counted(rows).forEach(this::tellBookIgnored);
    counted(rows).forEach(this::tellNobody);
    parts.former().settle(counted(rows));
    parts.book().take(counted(rows));
    rows.forEach(row -> row.apply(feed));
  }

  /**
   * What would be posted into closed stock is not counted; a count that has ended says so itself.
   */
  private void checkPeriod(CountRow row) {
    LocalDate closed = parts.period().closedThrough();
    if (closed != null && row.isCounted() && (row.session == null || row.session.open())) {
      ZoneId zone = parts.period().zone();
      LocalDate day = row.countedAt(zone).atZoneSameInstant(zone).toLocalDate();
      if (!day.isAfter(closed)) {
        row.tell("MVT-003", "counted_at", day.toString(), "date", Days.of(day));
      }
    }
  }

  /** Empty is not zero, unless the session says so. */
  private static void checkEmpty(CountRow row) {
    if (row.isCounted() || row.isFree()) {
      return;
    }
    if (row.session != null && row.session.emptyIsZero()) {
      row.passes.add(new CountedPass(1, BigDecimal.ZERO, null, row.text("counted_by")));
    } else {
      String product = row.productShown();
      row.tell("CNT-002", CountedPass.field(1), null, "product", product);
    }
  }

  /** Of a product that was made from a file nobody has said that it is counted in pieces. */
  private void checkFractions(CountRow row) {
    String named = parts.references().products().unit(row);
    String unit = named == null ? row.product().baseUom() : named;
    boolean sure = named != null || !row.product().provisional();
    boolean whole = sure && parts.references().products().isCounted(unit);
    for (CountedPass pass : row.passes) {
      checkFraction(row, pass.field(), whole ? pass.quantity() : null, unit);
      checkFraction(row, "pieces", pass.pieces(), "PCE");
    }
  }

  private static void checkFraction(
      CountRow row, String field, @Nullable BigDecimal quantity, String unit) {
    if (quantity != null && quantity.stripTrailingZeros().scale() > 0) {
      String shown = Figures.of(quantity);
      row.tell("CNT-007", field, shown, "value", shown, "uom", unit);
    }
  }

  private void tellBookIgnored(CountRow row) {
    if (!bookTold && row.session().blind() && row.number("book_qty") != null) {
      bookTold = true; // once: it holds for the whole column
      row.tell("CNT-008", "book_qty", null);
    }
  }

  /** Who counted may not approve: of nobody nobody knows. Once, of the file. */
  private void tellNobody(CountRow row) {
    if (!nobodyTold
        && row.passes.stream().anyMatch(pass -> pass.pass() == 1 && pass.isOfNobody())) {
      nobodyTold = true;
      row.tell("CNT-024", "counted_by", null, "product", row.product().code());
    }
  }

  @Override
  public void end(DocumentPosting.Answers answers) {
    if (posting.writes()) {
      parts.tables().begun(posting.submission());
    }
  }

  private List<CountRow> counted(List<CountRow> rows) {
    return standing(rows).stream().filter(CountRow::isCounted).toList();
  }

  private List<CountRow> standing(List<CountRow> rows) {
    rows.forEach(row -> row.apply(feed));
    return rows.stream().filter(StockRow::stands).toList();
  }
}
