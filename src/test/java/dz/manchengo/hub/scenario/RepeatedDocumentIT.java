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
