package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.platform.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invoices under another number that look like one of this file: of a supplier (INV-006), or of the
 * company itself, where a spreadsheet took zeros from the number (INV-043).
 */
@Component
class LookAlikeInvoices {
  private final JdbcClient db;
  private final Origins origins;

  LookAlikeInvoices(JdbcClient db, Origins origins) {
    this.db = db;
    this.origins = origins;
  }

  record LookAlike(int position, String other, long submissionId, String sourceSheet, int sourceRow)
      implements Origins.Stored {}

  void tell(long submission, List<Candidate> purchases) {
    if (purchases.isEmpty()) {
      return;
    }
    Map<Integer, LookAlike> others = new HashMap<>();
    db.sql(Sql.file("sales/find_look_alikes.sql"))
        .param("issuers", purchases.stream().map(c -> c.party().id()).toArray(Long[]::new))
        .param(
            "numbers", Candidate.texts(purchases, c -> DocumentNumber.norm(c.invoice().number())))
        .param("loose", Candidate.texts(purchases, c -> DocumentNumber.loose(c.invoice().number())))
        .param("dates", Candidate.texts(purchases, c -> c.invoice().date().toString()))
        .param(
            "ttcs",
            Candidate.texts(purchases, c -> c.assessed().computed().ttc().amount().toPlainString()))
        .query(LookAlike.class)
        .list()
        .forEach(found -> others.putIfAbsent(found.position(), found));
    Map<String, Candidate> inFile = new HashMap<>();
    for (int i = 0; i < purchases.size(); i++) {
      Candidate candidate = purchases.get(i);
      String key =
          candidate.party().id() + "|" + DocumentNumber.loose(candidate.invoice().number());
      Candidate above = inFile.putIfAbsent(key, candidate);
      LookAlike other = others.get(i);
      if (other != null) {
        tellAlike(candidate, other.other(), origins.of(submission, other));
      } else if (above != null) {
        tellAlike(candidate, above.invoice().number(), Origins.here(above.raw.place()));
      }
    }
  }

  /** The same customer, day and total under a number that differs by zeros and signs only. */
  void tellSales(long submission, long own, List<Candidate> sales) {
    if (sales.isEmpty()) {
      return;
    }
    db.sql(Sql.file("sales/find_look_alike_sales.sql"))
        .param("own", own)
        .param("receivers", sales.stream().map(c -> c.party().id()).toArray(Long[]::new))
        .param("numbers", Candidate.texts(sales, c -> DocumentNumber.norm(c.invoice().number())))
        .param("loose", Candidate.texts(sales, c -> DocumentNumber.loose(c.invoice().number())))
        .param("dates", Candidate.texts(sales, c -> c.invoice().date().toString()))
        .param(
            "ttcs",
            Candidate.texts(sales, c -> c.assessed().computed().ttc().amount().toPlainString()))
        .query(LookAlike.class)
        .list()
        .forEach(
            found ->
                sales
                    .get(found.position())
                    .tellNumber(
                        "INV-043",
                        "other",
                        found.other(),
                        "origin",
                        origins.of(submission, found)));
  }

  private static void tellAlike(Candidate candidate, String other, String origin) {
    candidate.tellNumber("INV-006", "other", other, "origin", origin);
  }
}
