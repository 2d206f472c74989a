package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lines that were counted before. The same count once more changes nothing; another quantity for
 * the same pass, and a second count by the same person, are refused (CNT-003, CNT-011).
 */
final class FormerCounts {
  private final JdbcClient db;
  private final Origins origins;
  private final long submission;

  /** Of this file. */
  private final Set<PassKey> seen = new HashSet<>();

  private final Set<CountLine.Key> touched = new HashSet<>();
  private final Set<String> joined = new HashSet<>();
  private final OverlappingCounts overlapping;

  FormerCounts(JdbcClient db, Origins origins, long submission) {
    this.db = db;
    this.origins = origins;
    this.submission = submission;
    this.overlapping = new OverlappingCounts(db, origins, submission);
  }

  private record PassKey(CountLine.Key line, int pass) {}

  record Former(
      int position,
      long lineId,
      int passNo,
      @Nullable BigDecimal qty,
      @Nullable String countedBy,
      long submissionId,
      String sourceSheet,
      int sourceRow)
      implements Origins.Stored {}

  /** Puts the rows on their lines, which they share with others of the same product and place. */
  void settle(List<CountRow> rows) {
    Map<CountLine.Key, CountLine> lines = new LinkedHashMap<>();
    for (CountRow row : rows) {
      row.on(lines.computeIfAbsent(row.key(), CountLine::new));
    }
    lookUp(new ArrayList<>(lines.values()));
    overlapping.settle(rows);
    rows.stream().filter(StockRow::stands).forEach(this::judge);
  }

  private void lookUp(List<CountLine> lines) {
    List<CountLine.Key> keys = lines.stream().map(line -> line.key).toList();
    db.sql(Sql.file("stock/find_former_counts.sql"))
        .param("sessions", keys.stream().map(CountLine.Key::sessionId).toArray(Long[]::new))
        .param("products", keys.stream().map(CountLine.Key::productId).toArray(Long[]::new))
        .param("lots", keys.stream().map(CountLine.Key::lotId).toArray(Long[]::new))
        .param("bins", keys.stream().map(CountLine.Key::bin).toArray(String[]::new))
        .query(Former.class)
        .list()
        .forEach(former -> add(lines.get(former.position()), former));
  }

  private void add(CountLine line, Former former) {
    line.id = former.lineId();
    line.isNew = false;
    if (former.qty() != null) {
      line.origins.put(former.passNo(), origins.of(submission, former));
      line.passes.put(
          former.passNo(),
          new CountedPass(former.passNo(), former.qty(), null, former.countedBy()));
    }
  }

  private void judge(CountRow row) {
    CountLine line = row.line();
    if (!row.tellsPass() && !touched.contains(line.key)) {
      row.passes.replaceAll(pass -> numbered(row, pass));
    }
    List<CountedPass> all = List.copyOf(row.passes);
    Map<Integer, CountedPass> added = new HashMap<>();
    for (CountedPass pass : all) {
      boolean again = seen.contains(new PassKey(line.key, pass.pass()));
      CountedPass before = line.passes.get(pass.pass());
      if (!again && before != null && isSame(row, pass, before)) {
        row.passes.remove(pass);
        tellAgain(row, pass);
      } else if (again || before != null) {
        tellTwice(row, pass);
      } else if (isAnonymous(row, pass, added)) {
        row.passes.remove(pass);
        tellAnonymous(row, pass);
      } else {
        checkPerson(row, pass, added);
        added.put(pass.pass(), pass);
      }
    }
    if (row.stands()) {
      line.passes.putAll(added);
      added.keySet().forEach(no -> line.origins.put(no, Origins.here(row.raw.place())));
      all.forEach(pass -> seen.add(new PassKey(line.key, pass.pass())));
      touched.add(line.key);
    }
  }

  /**
   * A sheet that says nothing of passes and comes from somebody else is the next one (CNT-019);
   * from somebody who counted already it is that person's again.
   */
  private CountedPass numbered(CountRow row, CountedPass pass) {
    Collection<CountedPass> before = row.line().passes.values();
    if (pass.by() == null || before.stream().anyMatch(other -> other.by() == null)) {
      return pass; // nobody knows whether it is another person
    }
    return before.stream()
        .filter(other -> pass.isBySameAs(other.by()))
        .findFirst()
        .map(own -> pass.as(own.pass()))
        .orElseGet(() -> next(row, pass));
  }

  private CountedPass next(CountRow row, CountedPass pass) {
    int next = row.line().passes.keySet().stream().mapToInt(no -> no).max().orElse(0) + 1;
    if (next == 1 || next > CountAssembly.PASSES) {
      return pass;
    }
    String user = String.valueOf(pass.by());
    if (joined.add(row.session().sessionNo() + "|" + next + "|" + user)) {
      Object[] params = {
        "user",
        user,
        "session",
        row.session().sessionNo(),
        "n",
        next,
        "origin",
        row.line().origins.getOrDefault(next - 1, "")
      };
      row.tell("CNT-019", CountedPass.fieldOfCounter(1), user, params);
    }
    return pass.as(next);
  }

  private static boolean isSame(CountRow row, CountedPass pass, CountedPass before) {
    boolean person = pass.by() == null || pass.isBySameAs(before.by());
    return person && row.inBase(pass.quantity()).compareTo(before.quantity()) == 0;
  }

  private static void tellTwice(CountRow row, CountedPass pass) {
    row.tell(
        "CNT-003",
        pass.field(),
        Figures.of(pass.quantity()),
        "product",
        row.product().code(),
        "lot",
        row.lotShown().isEmpty() ? "-" : row.lotShown(),
        "bin",
        row.binShown().isEmpty() ? "-" : row.binShown(),
        "origin",
        origin(row, pass));
  }

  private static void tellAgain(CountRow row, CountedPass pass) {
    row.tell(
        "CNT-017",
        pass.field(),
        Figures.of(pass.quantity()),
        "product",
        row.product().code(),
        "origin",
        origin(row, pass));
  }

  private static String origin(CountRow row, CountedPass pass) {
    return row.line().origins.getOrDefault(pass.pass(), "");
  }

  /** Who counted again is not said: by nobody, or in one column of persons for two passes. */
  private static boolean isAnonymous(
      CountRow row, CountedPass pass, Map<Integer, CountedPass> added) {
    String field = CountedPass.fieldOfCounter(pass.pass());
    if (pass.pass() > 1 && pass.by() == null) {
      return true;
    }
    return pass.pass() > 1
        && !row.hasPassColumn()
        && !row.raw.headers().containsKey(field)
        && added.values().stream().anyMatch(other -> pass.isBySameAs(other.by()));
  }

  /** CNT-018. */
  private static void tellAnonymous(CountRow row, CountedPass pass) {
    String quantity = Figures.of(pass.quantity());
    row.tell(
        "CNT-018",
        pass.field(),
        quantity,
        "product",
        row.product().code(),
        "value",
        quantity,
        "user",
        pass.by() == null ? firstCounter(row) : pass.by());
  }

  private static String firstCounter(CountRow row) {
    CountedPass first = row.line().passes.get(1);
    return first == null || first.by() == null ? "?" : first.by();
  }

  private static void checkPerson(CountRow row, CountedPass pass, Map<Integer, CountedPass> added) {
    boolean counted =
        row.line().passes.values().stream().anyMatch(other -> pass.isBySameAs(other.by()))
            || added.values().stream().anyMatch(other -> pass.isBySameAs(other.by()));
    if (counted) {
      String user = String.valueOf(pass.by());
      row.tell("CNT-011", CountedPass.fieldOfCounter(pass.pass()), user, "user", user);
    }
  }
}
