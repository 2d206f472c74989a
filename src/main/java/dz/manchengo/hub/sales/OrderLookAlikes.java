package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders of the same customer that look like one of this file: his reference again (ORD-011), the
 * same goods about the same day (ORD-012). The tables know those of other files and of portions
 * before; the latest of this file are kept besides, for a file of which nothing is written.
 */
final class OrderLookAlikes {
  private static final int DAYS = 2;
  private static final int MOST = 10_000;

  private final JdbcClient db;
  private final Origins origins;
  private final DocumentPosting.Posting posting;
  private final Map<String, Seen> byRef = latest();
  private final Map<String, Seen> byLines = latest();
  private final IdentityHashMap<OrderCandidate, Map<String, Alike>> found = new IdentityHashMap<>();

  OrderLookAlikes(JdbcClient db, Origins origins, DocumentPosting.Posting posting) {
    this.db = db;
    this.origins = origins;
    this.posting = posting;
  }

  private record Seen(String number, String norm, LocalDate date, Place place, long submission) {}

  record Alike(
      int position, String rule, String other, long submissionId, String sourceSheet, int sourceRow)
      implements Origins.Stored {}

  /** Looks for them in the tables. */
  void find(List<OrderCandidate> standing) {
    found.clear();
    if (standing.isEmpty()) {
      return;
    }
    for (Alike alike : lookUp(standing)) {
      found
          .computeIfAbsent(standing.get(alike.position()), c -> new TreeMap<>())
          .putIfAbsent(alike.rule(), alike);
    }
  }

  /** Tells the orders that are about to be written, once each. */
  void tell(List<OrderCandidate> toWrite) {
    for (OrderCandidate candidate : toWrite) {
      if (candidate.status != Order.Status.CANCELLED) {
        Map<String, Alike> inTables = found.getOrDefault(candidate, Map.of());
        inTables.forEach(
            (rule, alike) ->
                tell(
                    candidate,
                    rule,
                    alike.other(),
                    origins.of(posting.submissionOf(candidate.raw), alike)));
        compareInFile(candidate, inTables.keySet());
      }
    }
  }

  private List<Alike> lookUp(List<OrderCandidate> standing) {
    return db.sql(Sql.file("sales/find_order_look_alikes.sql"))
        .param("customers", standing.stream().map(c -> c.party().id()).toArray(Long[]::new))
        .param("refs", standing.stream().map(c -> c.order().customerRef()).toArray(String[]::new))
        .param("fingerprints", standing.stream().map(c -> c.fingerprint).toArray(Long[]::new))
        .param("dates", standing.stream().map(c -> c.date().toString()).toArray(String[]::new))
        .param("numbers", standing.stream().map(c -> c.norm).toArray(String[]::new))
        .query(Alike.class)
        .list();
  }

  private void compareInFile(OrderCandidate candidate, Set<String> told) {
    String customer = candidate.party().id() + "|";
    Seen now =
        new Seen(
            candidate.order().number(),
            candidate.norm,
            candidate.date(),
            candidate.raw.place(),
            posting.submissionOf(candidate.raw));
    String ref = candidate.order().customerRef();
    if (ref != null) {
      Seen same = byRef.put(customer + ref, now);
      if (same != null && isAnother(same, now) && !told.contains("ORD-011")) {
        tell(candidate, "ORD-011", same.number(), origin(same, now));
      }
    }
    Seen alike = byLines.put(customer + candidate.fingerprint, now);
    boolean again = alike != null && isAnother(alike, now) && isNear(alike, now);
    if (alike != null && again && !told.contains("ORD-012")) {
      tell(candidate, "ORD-012", alike.number(), origin(alike, now));
    }
  }

  private static String origin(Seen seen, Seen now) {
    return seen.submission() == now.submission()
        ? Origins.here(seen.place())
        : Origins.beside(seen.submission());
  }

  private static boolean isAnother(Seen seen, Seen now) {
    return !seen.norm().equals(now.norm());
  }

  private static boolean isNear(Seen seen, Seen now) {
    return Math.abs(ChronoUnit.DAYS.between(seen.date(), now.date())) <= DAYS;
  }

  private static void tell(OrderCandidate candidate, String rule, String other, String origin) {
    if (rule.equals("ORD-011")) {
      String ref = String.valueOf(candidate.order().customerRef());
      candidate.tell("ORD-011", "customer_ref", ref, "ref", ref, "other", other, "origin", origin);
    } else {
      String number = candidate.order().number();
      candidate.tell("ORD-012", "doc_no", number, "other", other, "origin", origin);
    }
  }

  private static Map<String, Seen> latest() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
        return size() > MOST;
      }
    };
  }
}
