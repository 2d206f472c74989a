package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.Verdict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a count sheet: what was found of one product and lot at one place, in up to 3 passes.
 */
final class CountRow extends StockRow {
  /** Says which pass the row is, where there is one column of quantities. */
  static final String PASS = "pass_no";

  /** Those that are to be written. */
  final List<CountedPass> passes = new ArrayList<>();

  @Nullable CountSession session;
  private @Nullable CountLine line;
  boolean opensLine;
  String sessionNo = "";

  CountRow(RawDocument raw) {
    super(raw);
  }

  /** A file without a column of warehouses that continues a session means the session's. */
  @Override
  @Nullable String text(String field) {
    boolean ofSession =
        field.equals("warehouse") && session != null && !raw.headers().containsKey(field);
    return ofSession ? Objects.requireNonNull(session).warehouseCode() : super.text(field);
  }

  boolean hasPassColumn() {
    return raw.headers().containsKey(PASS) && !hasPassColumns();
  }

  private boolean hasPassColumns() {
    return raw.headers().containsKey(CountedPass.field(2))
        || raw.headers().containsKey(CountedPass.field(3));
  }

  /** Whether anything in its file says which pass a quantity is. */
  boolean tellsPass() {
    return raw.header().containsKey(PASS) || hasPassColumn() || hasPassColumns();
  }

  /** Of further passes too where all stand in the columns of the first. */
  @Override
  String column(String field) {
    boolean own = raw.headers().containsKey(field);
    return super.column(own ? field : field.replaceFirst("^(counted_(?:qty|by))_[23]$", "$1"));
  }

  CountSession session() {
    return Objects.requireNonNull(session);
  }

  CountLine line() {
    return Objects.requireNonNull(line);
  }

  void on(CountLine one) {
    line = one;
  }

  CountLine.Key key() {
    Long lot = lotId();
    return new CountLine.Key(
        session().sessionId(), product().id(), lot == null ? 0 : lot, binShown());
  }

  String binShown() {
    String bin = text("bin");
    return bin == null ? "" : bin.toUpperCase(Locale.ROOT);
  }

  /** Null when the row does not say, or says it wrongly. */
  @Nullable LocalDateTime date() {
    return (LocalDateTime) raw.header().get("counted_at");
  }

  /**
   * A count without a time of day is of the evening: what moved that day has moved. Of a session
   * that is known it is of the cut-off, or on another day no later than now.
   */
  OffsetDateTime countedAt(ZoneId zone) {
    LocalDateTime at = Objects.requireNonNull(date());
    if (!at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return at.atZone(zone).toOffsetDateTime();
    }
    OffsetDateTime evening =
        at.plusDays(1).minus(1, ChronoUnit.MICROS).atZone(zone).toOffsetDateTime();
    if (session == null || session.sessionId() < 0) {
      return evening;
    }
    if (isOfCutoff(zone)) {
      return session.cutoffAt();
    }
    OffsetDateTime now = OffsetDateTime.now(zone);
    return now.toLocalDate().equals(at.toLocalDate()) ? now : evening;
  }

  /**
   * Whether somebody knows when on its day it was counted. Of a recount on a later day nobody does
   * who reads its date alone: what moved that day may have moved before or after (CNT-026).
   */
  boolean isTimed(ZoneId zone) {
    return session == null
        || session.sessionId() < 0
        || !Objects.requireNonNull(date()).toLocalTime().equals(LocalTime.MIDNIGHT)
        || isOfCutoff(zone);
  }

  private boolean isOfCutoff(ZoneId zone) {
    LocalDate day = Objects.requireNonNull(date()).toLocalDate();
    return Objects.requireNonNull(session)
        .cutoffAt()
        .atZoneSameInstant(zone)
        .toLocalDate()
        .equals(day);
  }

  /** A line of a sheet that was kept for what might be found besides, and nothing was. */
  boolean isFree() {
    return text("product_code") == null
        && text("product_name") == null
        && number("pieces") == null
        && IntStream.rangeClosed(1, CountAssembly.PASSES)
            .allMatch(pass -> number(CountedPass.field(pass)) == null);
  }

  boolean isCounted() {
    return !passes.isEmpty();
  }

  Verdict verdict() {
    if (!isCounted()) {
      return verdict(Verdict.Outcome.UNCHANGED);
    }
    return verdict(opensLine ? Verdict.Outcome.CREATED : Verdict.Outcome.REVISED);
  }
}
