package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/**
 * One document in two places of a file: told twice it counts once, told in two ways it is refused.
 */
class RepeatedDocumentIT extends InProcessHub {
  private static final String ORDERS = "orders";
  private static final String HEADER =
      "N° commande;Date commande;Code client;Nom client;Code article;Qté;P.U. HT;TVA %\r\n";

  @Test
  void anObjectThatComesTwiceCountsOnce() {
    String object =
        "{\"orderNo\":\"RPJ-1\",\"orderDate\":\"2026-11-14\",\"customer\":{\"code\":\"RP-1\",\"name\":\"Amel\"},"
            + "\"lines\":[{\"productCode\":\"RP-A\",\"qty\":%d,\"unitPrice\":\"320.50\",\"vatRate\":19},"
            + "{\"productCode\":\"RP-A\",\"qty\":%d,\"unitPrice\":\"320.50\",\"vatRate\":19}]}\n";
    HUB.drop(
        ORDERS,
        "deux-fois.ndjson",
        (object.formatted(10, 10)
                + object.formatted(10, 10)
                + object.replace("RPJ-1", "RPJ-2").formatted(1, 2)
                + object.replace("RPJ-1", "RPJ-2").formatted(3, 4))
            .getBytes(UTF_8));

    assertThat(HUB.awaitAcknowledgement(ORDERS, "deux-fois.ndjson").status()).isEqualTo("PARTIAL");
    assertThat(ordered("RPJ-1")).isEqualByComparingTo("20");
    assertThat(
            db.sql(
                    "SELECT rule_code || ' ' || document FROM finding WHERE rule_code LIKE 'FIL%'"
                        + " AND submission_id = :id ORDER BY row_no")
                .param("id", idOf("deux-fois.ndjson"))
                .query(String.class)
                .list())
        .containsExactly("FIL-025 RPJ-1", "FIL-026 RPJ-1", "FIL-027 RPJ-2");
  }

  @Test
  void anOrderInTwoMembersOfAnArchiveCountsOnce() throws IOException {
    String order = HEADER + "RPZ-1;14/11/2026;RP-2;Amel;RP-B;7;100,00;19\r\n";
    HUB.drop(ORDERS, "deux.zip", zip(order, order));

    assertThat(HUB.awaitAcknowledgement(ORDERS, "deux.zip").status()).isEqualTo("POSTED");
    assertThat(ordered("RPZ-1")).isEqualByComparingTo("7");
    assertThat(rulesOf("deux.zip")).contains("FIL-026").doesNotContain("FIL-025");
  }

  /** Copied once more below an empty row, without title or total. */
  @Test
  void invoicesThatComeAgainBelowAnEmptyRowCountOnce() {
    String header = "N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Montant HT\n";
    String rows =
        """
        RPF-1;05/03/2026;Amel Répétée;Gouda RB;10;100,00;19;1000,00
        ;;;Brie RB;5;100,00;19;500,00
        RPF-2;06/03/2026;Nour Répétée;Edam RB;20;50,00;9;1000,00
        """;
    drop("bloc-deux-fois.csv", header + rows + "\n" + rows);

    assertThat(HUB.awaitAcknowledgement("bloc-deux-fois.csv").status()).isEqualTo("POSTED");
    assertThat(rulesOf("bloc-deux-fois.csv")).contains("FIL-026").doesNotContain("FIL-025");
    assertThat(amount("SELECT sum(comp_ht) FROM invoice WHERE invoice_no LIKE 'RPF-_'"))
        .isEqualByComparingTo("2500");
  }

  /** Of one invoice alone; others only go on below an empty row, or on the next page. */
  @Test
  void whatSaysMoreBelowAnEmptyRowCountsAsWell() {
    String header = "N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA\n";
    String line = "RPG-%d;05/03/2026;Amel Répétée;%s;10;100,00;19\n";
    drop(
        "bloc-suite.csv",
        header
            + line.formatted(1, "Gouda RB")
            + "\n"
            + line.formatted(1, "Gouda RB")
            + line.formatted(2, "Gouda RB")
            + "\n"
            + line.formatted(2, "Edam RB")
            + line.formatted(4, "Gouda RB")
            + "\nPage 1/2;;;;;;\n"
            + header
            + line.formatted(4, "Gouda RB"));

    assertThat(HUB.awaitAcknowledgement("bloc-suite.csv").status()).isEqualTo("POSTED");
    assertThat(rulesOf("bloc-suite.csv")).containsOnlyOnce("FIL-026");
    assertThat(
            db.sql("SELECT comp_ht FROM invoice WHERE invoice_no LIKE 'RPG-_' ORDER BY invoice_no")
                .query(java.math.BigDecimal.class)
                .list())
        .extracting(java.math.BigDecimal::intValue)
        .containsExactly(1000, 2000, 2000);
  }

  /** Where numbers stand on first rows only. */
  @Test
  void aLineBelowAnEmptyRowIsTheInvoicesAbove() {
    drop(
        "bloc-suite-nue.csv",
        """
        N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA
        RPH-1;05/03/2026;Amel Répétée;Gouda RB;10;100,00;19

        ;;;Gouda RB;10;100,00;19
        RPH-2;05/03/2026;Amel Répétée;Gouda RB;10;100,00;19
        """);

    assertThat(HUB.awaitAcknowledgement("bloc-suite-nue.csv").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'RPH-1'"))
        .isEqualByComparingTo("2000");
  }

  @Test
  void aJournalsRowsThatComeAgainAreTold() {
    String header = "N° facture;Date;Client;Montant HT;TVA;Total TTC\n";
    String rows =
        """
        RPJO-1;05/03/2026;Amel Répétée;1000,00;190,00;1190,00
        RPJO-2;06/03/2026;Nour Répétée;1000,00;90,00;1090,00
        """;
    drop("journal-deux-fois.csv", header + rows + "\n" + rows);

    assertThat(HUB.awaitAcknowledgement("journal-deux-fois.csv").status()).isEqualTo("POSTED");
    assertThat(rulesOf("journal-deux-fois.csv")).contains("FIL-026");
    assertThat(amount("SELECT sum(comp_ht) FROM invoice WHERE invoice_no LIKE 'RPJO-_'"))
        .isEqualByComparingTo("2000");
  }

  private static void drop(String name, String text) {
    HUB.drop(name, text.getBytes(UTF_8));
  }

  private java.math.BigDecimal ordered(String order) {
    return amount(
        "SELECT sum(l.qty) FROM sales_order o JOIN sales_order_line l USING (order_id)"
            + " WHERE o.is_current AND o.order_no = '"
            + order
            + "'");
  }

  private static byte[] zip(String... members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < members.length; i++) {
        zip.putNextEntry(new ZipEntry("commandes-" + i + ".csv"));
        zip.write(members[i].getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
