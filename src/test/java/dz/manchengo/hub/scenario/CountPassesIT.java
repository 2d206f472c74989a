package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** First and second counts as people write them down, and the day that a title names. */
class CountPassesIT extends InProcessHub {
  private Acknowledgement drop(String name, String text) {
    HUB.drop("stock-counts", name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement("stock-counts", name);
  }

  private List<String> entries(String session) {
    return db.sql(
            "SELECT p.product_code || ' ' || e.pass_no || ' ' || trim_scale(e.qty) || ' ' || e.counted_by"
                + " FROM count_entry e JOIN count_line l USING (line_id)"
                + " JOIN count_session s USING (session_id) JOIN product p USING (product_id)"
                + " WHERE s.session_no = :session ORDER BY p.product_code, e.pass_no")
        .param("session", session)
        .query(String.class)
        .list();
  }

  @Test
  void aColumnSaysWhichPassARowIs() {
    Acknowledgement answer =
        drop(
            "cp-1.csv",
            """
            Date;Dépôt;Code;Désignation;Passage;Qté comptée;Compté par
            24/11/2026;CPA;CP-1;Lait CP;1;10;Ali
            24/11/2026;CPA;CP-1;Lait CP;2;11;Brahim
            24/11/2026;CPA;CP-2;Beurre CP;7;11;Brahim
            """);
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(entries("INV-CPA-20261124")).containsExactly("CP-1 1 10 Ali", "CP-1 2 11 Brahim");
    assertThat(rulesOf("cp-1.csv")).contains("FMT-014").doesNotContain("CNT-003", "FIL-005");
  }

  @Test
  void oneNameForTwoCountsKeepsTheFirst() {
    Acknowledgement answer =
        drop(
            "cp-2.csv",
            """
            Date;Dépôt;Code;Désignation;Comptage 1;Comptage 2;Compté par
            24/11/2026;CPB;CP-3;Lait CP;10;12;Ali
            """);
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(entries("INV-CPB-20261124")).containsExactly("CP-3 1 10 Ali");
    assertThat(rulesOf("cp-2.csv")).contains("CNT-018").doesNotContain("CNT-011");
  }

  @Test
  void aTitleMayNameTheDay() {
    String table = "\n\nDépôt;Code;Désignation;Qté comptée;Compté par\nCPC;CP-4;Lait CP;10;Ali\n";
    assertThat(drop("cp-3.csv", "Inventaire physique du 24/11/2026" + table).status())
        .isEqualTo("POSTED");
    assertThat(entries("INV-CPC-20261124")).containsExactly("CP-4 1 10 Ali");
    assertThat(drop("cp-4.csv", "Stock au 23 novembre 2026" + table).status()).isEqualTo("POSTED");
    assertThat(entries("INV-CPC-20261123")).hasSize(1);
    drop("cp-5.csv", "Inventaire du 01/11/2026 au 24/11/2026" + table);
    assertThat(rulesOf("cp-5.csv")).containsExactly("FIL-004");
  }

  @Test
  void anotherPersonsSheetIsTheNextPass() {
    String header = "N° inventaire;Date;Dépôt;Code;Désignation;Qté comptée;Compté par\n";
    String ali = "CPS;24/11/2026;CPS;CP-6;Lait CP;10;Ali\nCPS;24/11/2026;CPS;CP-7;Sel CP;5;Ali\n";
    drop("cp-6.csv", header + ali);
    Acknowledgement answer =
        drop("cp-7.csv", header + ali.replace("Ali", "Nadia").replace("10", "12"));
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(entries("CPS"))
        .containsExactly("CP-6 1 10 Ali", "CP-6 2 12 Nadia", "CP-7 1 5 Ali", "CP-7 2 5 Nadia");
    assertThat(rulesOf("cp-7.csv")).containsOnlyOnce("CNT-019");

    drop("cp-8.csv", header + ali.replace("Ali", "NADIA").replace("10", "12") + "\n");
    assertThat(rulesOf("cp-8.csv")).containsOnly("CNT-017");
    drop("cp-9.csv", header + ali.replace("Ali", "Nadia").replace("10", "13"));
    assertThat(rulesOf("cp-9.csv")).contains("CNT-003");
    drop(
        "cp-10.csv",
        header.replace(";Compté par", "") + ali.replace(";Ali", "").replace("10", "13"));
    assertThat(rulesOf("cp-10.csv")).contains("CNT-003");
  }

  @Test
  void theNameOfAFileMayTellTheDay() {
    String table = "Entrepôt;Code;Désignation;Qté comptée\nCPN;CP-8;Lait CP;10\n";
    assertThat(drop("inventaire_2026-11-20.csv", table).status()).isEqualTo("POSTED");
    assertThat(rulesOf("inventaire_2026-11-20.csv")).contains("FIL-046");
    assertThat(
            db.sql("SELECT count(*) FROM count_session WHERE session_no = 'INV-CPN-20261120'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    Acknowledgement answer = drop("inventaire-cpn.csv", table.replace("10", "11"));
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.sentence()).contains("Date").contains("de quel jour");
  }
}
