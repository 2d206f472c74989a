package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers that a sales journal keeps in its row though they were never used, « ANNULEE ; 0,00 »:
 * there is nothing to post and nothing to correct (decision 0030). They are passed over and told,
 * unless an invoice of that number is recorded.
 */
final class VoidNumbers {
  private static final String RATE = "vat_rate";

  private final JdbcClient db;
  private final Feed feed;
  private final long own;

  VoidNumbers(JdbcClient db, Feed feed, long own) {
    this.db = db;
    this.feed = feed;
    this.own = own;
  }

  /** Marks those among the documents of a file, before anything is missed of them. */
  void passOver(List<Candidate> documents) {
    if (feed.direction() != Invoice.Direction.SALE) {
      return;
    }
    List<Candidate> empty = documents.stream().filter(c -> isVoid(c.raw)).toList();
    Set<String> recorded = empty.isEmpty() ? Set.of() : recorded(empty);
    empty.stream().filter(c -> !recorded.contains(number(c))).forEach(VoidNumbers::pass);
  }

  private static void pass(Candidate candidate) {
    RawDocument raw = candidate.raw;
    boolean own = raw.header().get("status") == Invoice.Status.CANCELLED;
    SaidInWords said = own ? null : SaidInWords.in(raw).orElse(null);
    String field = said == null ? "status" : said.field();
    String word = said == null ? raw.written(field, Invoice.Status.CANCELLED) : said.words();
    candidate.remark(
        "INV-047",
        field,
        word,
        "no",
        String.valueOf(raw.number()),
        "why",
        "reason.status.void",
        "text",
        word);
    candidate.passedOver = true;
  }

  /** Of a journal: it has a number, says that it is cancelled, and comes to nothing. */
  private static boolean isVoid(RawDocument raw) {
    return raw.number() != null
        && raw.isJournal()
        && !raw.rejected()
        && saysCancelled(raw)
        && comesToNothing(raw);
  }

  private static boolean saysCancelled(RawDocument raw) {
    return raw.header().containsKey("status")
        ? raw.header().get("status") == Invoice.Status.CANCELLED
        : SaidInWords.in(raw).filter(SaidInWords::isCancellation).isPresent();
  }

  private static boolean comesToNothing(RawDocument raw) {
    return Stream.concat(
            Stream.of(raw.header()), raw.lines().stream().map(RawDocument.Line::values))
        .flatMap(values -> values.entrySet().stream())
        .filter(value -> !value.getKey().equals(RATE))
        .map(Map.Entry::getValue)
        .noneMatch(value -> value instanceof BigDecimal amount && amount.signum() != 0);
  }

  private Set<String> recorded(List<Candidate> empty) {
    return new HashSet<>(
        db.sql(Sql.file("sales/find_recorded_numbers.sql"))
            .param("numbers", empty.stream().map(VoidNumbers::number).toArray(String[]::new))
            .param("years", empty.stream().map(VoidNumbers::year).toArray(Integer[]::new))
            .param("own", own)
            .query(String.class)
            .list());
  }

  private static String number(Candidate candidate) {
    return DocumentNumber.norm(Objects.requireNonNull(candidate.raw.number()));
  }

  private static @Nullable Integer year(Candidate candidate) {
    LocalDate date = RawDocument.date(candidate.raw.header(), "doc_date");
    return date == null ? null : date.getYear();
  }
}
