package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A file of old months says so once for each of them (INV-030). */
class DeclaredMonthsIT extends InProcessHub {
  private static final String OLD =
      """
      N° facture;Date facture;Client;Désignation;Qté;P.U. HT;TVA %
      MDEC-1;15/01/2026;Client MDEC;Gouda MDEC;1;100;19
      MDEC-2;16/01/2026;Client MDEC;Gouda MDEC;2;100;19
      MDEC-3;17/01/2026;Client MDEC;Gouda MDEC;douze;100;19
      MDEC-4;02/02/2026;Client MDEC;Gouda MDEC;4;100;19
      """;

  @Test
  void eachMonthIsToldOnceWithHowManyInvoicesWereRecorded() {
    assertThat(told("mdec-old.csv", OLD))
        .satisfiesExactly(
            january ->
                assertThat(january).startsWith("2 01/2026 : 2 facture(s)").contains("MDEC-1"),
            february ->
                assertThat(february).startsWith("5 02/2026 : 1 facture(s)").contains("MDEC-4"));
    assertThat(told("mdec-again.csv", OLD + "MDEC-5;03/02/2026;Client MDEC;Gouda MDEC;5;100;19\n"))
        .as("what was recorded before is told no more")
        .singleElement()
        .asString()
        .startsWith("6 02/2026 : 1 facture(s)");
  }

  private List<String> told(String name, String text) {
    HUB.drop("invoices", name, text.getBytes(UTF_8));
    HUB.awaitAcknowledgement("invoices", name);
    return db.sql(
            "SELECT row_no || ' ' || message FROM finding WHERE rule_code = 'INV-030'"
                + " AND submission_id = :id ORDER BY row_no")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }
}
