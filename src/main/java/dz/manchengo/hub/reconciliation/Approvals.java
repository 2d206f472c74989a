package dz.manchengo.hub.reconciliation;

import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.StockMovement;
import dz.manchengo.hub.jobs.JobRuns;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Texts;
import dz.manchengo.hub.stock.CountedStock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Differences of a count on their way into the ledger (domain notes §5.3). Whoever counted does not
 * approve, two approvals are of two people, and nothing is approved or posted in part.
 */
public final class Approvals {
  private static final List<String> REASONS =
      Arrays.stream(StockMovement.Reason.values()).map(Enum::name).toList();

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final CountedStock stock;
  private final Texts texts;
  private final ZoneId zone;

  public Approvals(JdbcClient db, TransactionTemplate transaction, Texts texts, ZoneId zone) {
    this.db = db;
    this.transaction = transaction;
    this.stock = new CountedStock(db);
    this.texts = texts;
    this.zone = zone;
  }

  /**
   * A session that is worked on.
   *
   * @param reconciliationId of its last run; null before the first
   * @param moved whether movements that it should have seen came since
   * @param recounted whether something was counted since
   * @param firstCountedAt where its earliest row of the ledger will stand
   */
  private record Session(
      long sessionId,
      String sessionNo,
      String sessionNoNorm,
      String status,
      boolean open,
      @Nullable Long reconciliationId,
      boolean moved,
      boolean recounted,
      boolean invoiced,
      @Nullable OffsetDateTime firstCountedAt) {}

  /**
   * What a wish is about.
   *
   * @param product null for all
   * @param reason of those that have none yet, and of a product that is named; null for none
   */
  public record Wish(
      String session, String by, @Nullable String product, @Nullable String reason) {}

  /**
   * Differences of a session, the greatest first.
   *
   * @throws CountRefused CNT-006
   */
  public List<Difference> differences(Wish wish) {
    return differences(session(wish.session()), wish);
  }

  private List<Difference> differences(Session session, Wish wish) {
    return db.sql(Sql.file("reconciliation/differences.sql"))
        .param("session", session.sessionId())
        .param("by", wish.by())
        .param("product", wish.product())
        .param("reason", wish.reason())
        .query(Difference.class)
        .list();
  }

  /**
   * Leaves what is not posted of them out of the ledger: it stays as the book has it.
   *
   * @return how many
   * @throws CountRefused CNT-006, CNT-012, a reason that does not exist, and where the last
   *     reconciliation no longer holds
   */
  public int reject(Wish wish) {
    requireReason(wish.reason());
    return inTransaction(
        () -> {
          Session session = upToDate(wish.session());
          List<Difference> open =
              wanted(session, wish).stream().filter(one -> !one.status().equals("POSTED")).toList();
          refuse(
              open.stream()
                  .filter(one -> "CNT-012".equals(one.refusal()))
                  .map(one -> one.refusal(wish.by(), texts.language()))
                  .distinct()
                  .toList());
          return db.sql(Sql.file("reconciliation/reject.sql"))
              .param("ids", open.stream().map(Difference::adjustmentId).toArray(Long[]::new))
              .param("by", wish.by())
              .param("reason", wish.reason())
              .update();
        });
  }

  /** What somebody wants something done with; a product that is named must have a difference. */
  private List<Difference> wanted(Session session, Wish wish) {
    List<Difference> all = differences(session, wish);
    if (all.isEmpty() && wish.product() != null) {
      throw new CountRefused(
          CountRefused.Reason.INVALID,
          List.of(texts.get("count.no-difference", wish.product(), session.sessionNo())));
    }
    return all;
  }

  private void requireReason(@Nullable String reason) {
    if (reason != null && !REASONS.contains(reason)) {
      throw new CountRefused(
          CountRefused.Reason.INVALID,
          List.of(texts.get("count.reason", reason, String.join(", ", REASONS))));
    }
  }

  /**
   * Approves what is open of them, or nothing; of a product that is named what nobody has to
   * approve takes a reason too.
   *
   * @return how many
   * @throws CountRefused CNT-006, CNT-012, CNT-013, a reason that does not exist, and where the
   *     last reconciliation no longer holds
   */
  public int approve(Wish wish) {
    requireReason(wish.reason());
    return inTransaction(
        () -> {
          Session session = upToDate(wish.session());
          boolean explained = wish.product() != null && wish.reason() != null;
          List<Difference> pending =
              wanted(session, wish).stream()
                  .filter(one -> one.isPending() || (explained && one.isAutomatic()))
                  .toList();
          refuse(
              pending.stream()
                  .filter(one -> one.refusal() != null)
                  .map(one -> one.refusal(wish.by(), texts.language()))
                  .distinct()
                  .toList());
          return db.sql(Sql.file("reconciliation/approve.sql"))
              .param("ids", pending.stream().map(Difference::adjustmentId).toArray(Long[]::new))
              .param("by", wish.by())
              .param("reason", wish.reason())
              .param("alone", wish.product() != null)
              .update();
        });
  }

  /**
   * Posts the approved differences and closes the session.
   *
   * @return rows of the ledger
   * @throws CountRefused CNT-006, MVT-003, where something is to be approved or counted again, and
   *     where the last reconciliation no longer holds
   */
  public int post(Wish wish) {
    return inTransaction(
        () -> {
          Session session = upToDate(wish.session());
          requireSettled(session, wish);
          requireOpenPeriod(session);
          requireNoLater(session);
          int rows = stock.post(session.sessionId(), wish.by());
          db.sql(Sql.file("reconciliation/posted.sql"))
              .param("session", session.sessionId())
              .update();
          JobRuns.wantAgain( // its workbook, with who approved and what was posted
              db,
              "reconcile-stock",
              LocalDate.now(zone),
              Map.of("session", session.sessionNoNorm()),
              "posting");
          return rows;
        });
  }

  private int inTransaction(java.util.function.IntSupplier work) {
    Integer done =
        transaction.execute(
            status -> {
              stock.lock();
              return work.getAsInt();
            });
    return done == null ? 0 : done;
  }

  private Session session(String number) {
    return db.sql(Sql.file("reconciliation/find_session.sql"))
        .param("session", number)
        .query(Session.class)
        .optional()
        .orElseThrow(() -> CountSessionBook.unknown(number, texts));
  }

  private Session upToDate(String number) {
    Session session = session(number);
    if (!session.open()) {
      throw refused(texts.get("count.closed", session.sessionNo(), session.status()));
    }
    if (session.reconciliationId() == null) {
      throw refused(texts.get("count.not-reconciled", session.sessionNo()));
    }
    String since =
        session.moved()
            ? "count.moved"
            : session.recounted()
                ? "count.recounted"
                : session.invoiced() ? "count.invoiced" : null;
    if (since != null) {
      throw refused(texts.get(since, session.sessionNo()));
    }
    return session;
  }

  private void requireSettled(Session session, Wish wish) {
    List<String> open = new ArrayList<>();
    differences(session, new Wish(wish.session(), wish.by(), null, null)).stream()
        .filter(Difference::isPending)
        .map(one -> texts.get("count.pending", one.shown(), one.level()))
        .forEach(open::add);
    db.sql(
            "SELECT DISTINCT product_code FROM reconciliation_line JOIN product USING (product_id)"
                + " WHERE reconciliation_id = :id AND disputed ORDER BY 1")
        .param("id", session.reconciliationId())
        .query(String.class)
        .list()
        .forEach(product -> open.add(texts.get("count.disputed", product)));
    refuse(open);
  }

  private void requireOpenPeriod(Session session) {
    LocalDate closed = stock.closedThrough();
    OffsetDateTime first = session.firstCountedAt();
    if (closed != null && first != null) {
      LocalDate day = first.atZoneSameInstant(zone).toLocalDate();
      if (!day.isAfter(closed)) {
        throw refused(
            RuleBook.message(
                RuleBook.finding("MVT-003", Place.FILE, null, "date", Days.of(day)),
                texts.language()));
      }
    }
  }

  /** What was missing at an earlier count is missing at a later one too: it is posted once. */
  private void requireNoLater(Session session) {
    refuse(
        db.sql(Sql.file("reconciliation/counted_later.sql"))
            .param("session", session.sessionId())
            .query(
                (row, number) ->
                    texts.get(
                        "count.later", row.getString("product_code"), row.getString("session_no")))
            .list());
  }

  private static CountRefused refused(String sentence) {
    return new CountRefused(CountRefused.Reason.STATE, List.of(sentence));
  }

  private static void refuse(List<String> sentences) {
    if (!sentences.isEmpty()) {
      throw new CountRefused(CountRefused.Reason.STATE, sentences);
    }
  }
}
