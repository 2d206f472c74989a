package dz.manchengo.hub.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dz.manchengo.hub.catalog.Warehouses;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Texts;
import dz.manchengo.hub.stock.CountedStock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Count sessions: the ones there are, to open one before anybody counts, and to give one up. */
public final class CountSessionBook {
  private static final int PLANNED_DAYS = 60;

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final CountedStock stock;
  private final Texts texts;
  private final ZoneId zone;

  public CountSessionBook(
      JdbcClient db, TransactionTemplate transaction, Texts texts, ZoneId zone) {
    this.db = db;
    this.transaction = transaction;
    this.stock = new CountedStock(db);
    this.texts = texts;
    this.zone = zone;
  }

  /**
   * Whether all of a warehouse is counted, a part of it in turn, or what somebody wants to know.
   */
  public enum Kind {
    FULL,
    CYCLE,
    SPOT
  }

  /** What may move while it is counted: nothing, all of it (counts are rolled), or nobody cares. */
  public enum Freeze {
    HARD,
    SOFT,
    NONE
  }

  /**
   * A session that somebody wants to open.
   *
   * @param session its number; null for the warehouse's of that day
   * @param cutoffAt as of when the book is compared; null for now
   * @param emptyIsZero whether a cell left empty says that there is nothing
   */
  public record Opening(
      @Nullable String session,
      String warehouse,
      @Nullable OffsetDateTime cutoffAt,
      Kind kind,
      Freeze freeze,
      boolean emptyIsZero,
      String by) {}

  /**
   * A session as people and programs read it.
   *
   * @param openedBy null where a file opened it
   * @param differences as the last run of {@code reconcile-stock} left them
   * @param pending those of them that are to be approved
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Listed(
      String session,
      String warehouse,
      String kind,
      String freeze,
      String emptyMeans,
      OffsetDateTime cutoffAt,
      String status,
      @Nullable String openedBy,
      @Nullable String closedBy,
      @Nullable String closedBecause,
      int lines,
      int differences,
      int pending) {}

  /** At most 100, those that are open first, then the latest. */
  public List<Listed> all() {
    return list(null);
  }

  /**
   * The session of that number.
   *
   * @throws CountRefused CNT-006
   */
  public Listed one(String number) {
    return list(number).stream().findFirst().orElseThrow(() -> unknown(number, texts));
  }

  private List<Listed> list(@Nullable String number) {
    return db.sql(Sql.file("reconciliation/sessions.sql"))
        .param("session", number)
        .query(Listed.class)
        .list();
  }

  /**
   * Opens a session, before anything of it is counted.
   *
   * @return false where there is that very one already
   * @throws CountRefused where the warehouse is unknown or the number is another session's
   */
  public boolean open(Opening wish) {
    return Boolean.TRUE.equals(transaction.execute(status -> opened(wish)));
  }

  /** The number that it has, given or made. */
  public String number(Opening wish) {
    String given = wish.session();
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    return CountedStock.usualNumber(
        Warehouses.key(wish.warehouse()), cutoff(wish).atZoneSameInstant(zone).toLocalDate());
  }

  private OffsetDateTime cutoff(Opening wish) {
    OffsetDateTime given = wish.cutoffAt();
    return given == null ? OffsetDateTime.now(zone) : given;
  }

  /** A count may be planned, but not for another year. */
  private void requireSoon(OffsetDateTime cutoff) {
    if (cutoff.isAfter(OffsetDateTime.now(zone).plusDays(PLANNED_DAYS))) {
      throw new CountRefused(
          CountRefused.Reason.INVALID,
          List.of(texts.get("count.cutoff", cutoff.toLocalDate(), PLANNED_DAYS)));
    }
  }

  private boolean opened(Opening wish) {
    requireSoon(cutoff(wish));
    stock.lock(); // a movement that is under way counts as before the freeze
    String number = number(wish);
    Optional<Listed> known = list(number).stream().findFirst();
    if (known.isPresent()) {
      if (!isSame(known.get(), wish)) {
        throw refused("count.other", number, known.get().warehouse(), known.get().status());
      }
      return false;
    }
    CountedStock.Opening opening =
        new CountedStock.Opening(
            number,
            Warehouses.key(wish.warehouse()),
            cutoff(wish),
            wish.kind().name(),
            wish.freeze().name(),
            wish.emptyIsZero() ? "ZERO" : "NOT_COUNTED",
            wish.by());
    if (!stock.open(opening)) {
      throw new CountRefused(
          CountRefused.Reason.INVALID,
          List.of(texts.get("count.warehouse", wish.warehouse(), warehouses())));
    }
    return true;
  }

  private static boolean isSame(Listed known, Opening wish) {
    OffsetDateTime cutoff = wish.cutoffAt();
    return known.warehouse().equals(Warehouses.key(wish.warehouse()))
        && List.of("OPEN", "COUNTING", "RECOUNT", "REVIEW").contains(known.status())
        && known.kind().equals(wish.kind().name())
        && known.freeze().equals(wish.freeze().name())
        && known.emptyMeans().equals("ZERO") == wish.emptyIsZero()
        && (cutoff == null || known.cutoffAt().isEqual(cutoff));
  }

  private String warehouses() {
    return String.join(
        ", ",
        db.sql("SELECT code FROM warehouse WHERE withdrawn_by IS NULL ORDER BY code LIMIT 20")
            .query(String.class)
            .list());
  }

  /**
   * Gives a session up: nothing of it is posted, and movements are taken again.
   *
   * @throws CountRefused CNT-006, also where it is closed already
   */
  public void close(String number, String by, @Nullable String because) {
    transaction.executeWithoutResult(
        status -> {
          stock.lock();
          Listed one = one(number);
          if (!stock.close(number, by, because)) {
            throw refused("count.closed", one.session(), one.status());
          }
          db.sql(Sql.file("reconciliation/give_up.sql"))
              .param("norm", DocumentNumber.norm(number))
              .update();
        });
  }

  private CountRefused refused(String key, Object... values) {
    return new CountRefused(CountRefused.Reason.STATE, List.of(texts.get(key, values)));
  }

  /** CNT-006. */
  static CountRefused unknown(String number, Texts texts) {
    return new CountRefused(
        CountRefused.Reason.UNKNOWN,
        List.of(
            RuleBook.message(
                RuleBook.finding("CNT-006", Place.FILE, null, "session", number),
                texts.language())));
  }
}
