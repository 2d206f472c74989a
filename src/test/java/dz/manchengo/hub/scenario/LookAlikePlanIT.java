package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.Sql;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sales that look alike are found by their index, one by one, whatever the statistics say: a
 * hundred thousand receipts of one customer and day took the square of their number.
 */
class LookAlikePlanIT extends InProcessHub {
  private static final Set<String> SCANS = Set.of("Seq Scan on invoice", "Hash Join", "Merge Join");

  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  TransactionTemplate transaction;

  @Test
  void salesAreFoundByTheirNumberFromBehind() {
    String plan =
        transaction.execute(
            done -> {
              // a scan of a table that is still a page or two costs nothing
              db.sql("SET LOCAL enable_seqscan = off").update();
              return plan();
            });

    assertThat(plan).contains("invoice_look_alike").doesNotContain(SCANS);
  }

  private String plan() {
    return db.sql("EXPLAIN " + Sql.file("sales/find_look_alike_sales.sql"))
        .param("own", 1L)
        .param("receivers", new Long[] {2L, 3L})
        .param("numbers", new String[] {"A1", "A2"})
        .param("loose", new String[] {"A1", "A2"})
        .param("dates", new String[] {"2026-01-05", "2026-01-05"})
        .param("ttcs", new String[] {"119.00", "119.00"})
        .query(String.class)
        .list()
        .toString();
  }
}
