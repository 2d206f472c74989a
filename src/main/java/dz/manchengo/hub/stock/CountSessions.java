package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The count sessions of one file: continued where they are open, opened where there is none. */
final class CountSessions {
  private final JdbcClient db;
  private final ZoneId zone;
  private final long submission;
  private final boolean writes;
  private final Map<String, CountSession> known = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();

  private record OpenCount(long warehouseId, String sessionNo, LocalDate day, boolean declared) {}

  CountSessions(JdbcClient db, ZoneId zone, long submission, boolean writes) {
    this.db = db;
    this.zone = zone;
    this.submission = submission;
    this.writes = writes;
  }

  /** Gives the rows the sessions that are there. */
  void find(List<CountRow> rows) {
    List<String> open =
        rows.stream()
            .map(CountSessions::norm)
            .distinct()
            .filter(number -> !known.containsKey(number))
            .toList();
    lookUp(open);
    rows.forEach(row -> row.session = known.get(norm(row)));
  }

  /** Opens the missing ones; one that is closed or of another warehouse refuses the file. */
  void settle(List<CountRow> rows) {
    Map<String, CountSession> missing = new TreeMap<>();
    List<CountRow> wanting = rows.stream().filter(row -> row.session == null).toList();
    tellOthers(wanting);
    tellUnknown(wanting);
    for (CountRow row : wanting) {
      missing.merge(norm(row), opened(row), CountSessions::earlier);
    }
    if (!missing.isEmpty()) {
      open(missing);
    }
    for (CountRow row : rows) {
      row.session = known.get(norm(row));
      check(row);
    }
  }

  /** CNT-021, once for a number that is neither known nor what sheets of that day are given. */
  private void tellUnknown(List<CountRow> wanting) {
    for (CountRow row : wanting) {
      String given = row.text("session_no");
      String usual = CountedStock.usualNumber(row.warehouse().code(), day(row));
      if (given != null
          && !norm(row).equals(DocumentNumber.norm(usual))
          && unknown.add(norm(row))) {
        row.tell(
            "CNT-021",
            "session_no",
            given,
            "session",
            given,
            "warehouse",
            row.warehouse().code(),
            "date",
            Days.of(day(row)));
      }
    }
  }

  /**
   * CNT-020, once for a number that nobody knows where that warehouse is counted already; CNT-006
   * where somebody has opened that count, and so said how it is called.
   */
  private void tellOthers(List<CountRow> wanting) {
    List<CountRow> numbered =
        wanting.stream().filter(row -> row.text("session_no") != null).toList();
    if (!numbered.isEmpty()) {
      db.sql(Sql.file("stock/find_open_counts.sql"))
          .param(
              "warehouses",
              numbered.stream().map(row -> row.warehouse().id()).distinct().toArray(Long[]::new))
          .param("zone", zone.getId())
          .query(OpenCount.class)
          .list()
          .forEach(
              open ->
                  numbered.stream()
                      .filter(row -> row.warehouse().id() == open.warehouseId())
                      .filter(row -> open.day().equals(day(row)) && told.add(norm(row)))
                      .forEach(row -> tellOther(row, open)));
    }
  }

  private static void tellOther(CountRow row, OpenCount open) {
    if (open.declared()) {
      tell(row, open.sessionNo(), "hint.count-other");
    } else {
      String known = open.sessionNo();
      row.tell("CNT-020", "session_no", row.sessionNo, "session", row.sessionNo, "known", known);
    }
  }

  private LocalDate day(CountRow row) {
    return row.countedAt(zone).atZoneSameInstant(zone).toLocalDate();
  }

  private void open(Map<String, CountSession> missing) {
    if (writes) {
      create(missing.values());
      lookUp(List.copyOf(missing.keySet()));
      if (!known.keySet().containsAll(missing.keySet())) { // neither opened nor there for us
        throw new DuplicateKeyException("a count session is another tenant's");
      }
    } else {
      known.putAll(missing);
    }
  }

  private CountSession opened(CountRow row) {
    String norm = norm(row);
    return new CountSession(
        -1L - Integer.toUnsignedLong(norm.hashCode()),
        row.sessionNo,
        norm,
        row.warehouse().id(),
        row.warehouse().code(),
        row.countedAt(zone),
        true,
        false,
        true);
  }

  /** The cut-off is the beginning of the count. */
  private static CountSession earlier(CountSession one, CountSession other) {
    return other.cutoffAt().isBefore(one.cutoffAt()) ? other : one;
  }

  private void create(Collection<CountSession> sessions) {
    List<CountSession> all = new ArrayList<>(sessions);
    db.sql(Sql.file("stock/create_count_sessions.sql"))
        .param("nos", all.stream().map(CountSession::sessionNo).toArray(String[]::new))
        .param("norms", all.stream().map(CountSession::sessionNoNorm).toArray(String[]::new))
        .param("warehouses", all.stream().map(CountSession::warehouseId).toArray(Long[]::new))
        .param(
            "cutoffs",
            all.stream()
                .map(CountSession::cutoffAt)
                .map(OffsetDateTime::toString)
                .toArray(String[]::new))
        .param("submission", submission)
        .update();
  }

  private void lookUp(List<String> numbers) {
    if (!numbers.isEmpty()) {
      db.sql(Sql.file("stock/find_count_sessions.sql"))
          .param("numbers", numbers.toArray(String[]::new))
          .query(CountSession.class)
          .list()
          .forEach(session -> known.put(session.sessionNoNorm(), session));
    }
  }

  private static void check(CountRow row) {
    CountSession session = row.session();
    if (!session.open()) {
      tell(row, row.session().warehouseCode(), "hint.count-closed");
    } else if (session.warehouseId() != row.warehouse().id()) {
      tell(row, row.session().warehouseCode(), "hint.count-elsewhere");
    }
  }

  private static void tell(CountRow row, String known, String hint) {
    row.tell(
        "CNT-006",
        "session_no",
        row.sessionNo,
        "session",
        row.sessionNo,
        "known",
        known,
        Hints.PARAM,
        hint);
  }

  private static String norm(CountRow row) {
    return DocumentNumber.norm(row.sessionNo);
  }
}
