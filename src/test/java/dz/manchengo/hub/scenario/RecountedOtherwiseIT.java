package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same goods counted by two people, who do not write lot and place alike, are not two. */
class RecountedOtherwiseIT extends InProcessHub {
  private static final String HEADER =
      "N° inventaire;Date;Dépôt;Code article;N° lot;Emplacement;Passage;Quantité comptée;Compteur\n";
  private static final String NO_PASS = HEADER.replace("Passage;", "");

  private Acknowledgement count(String name, String text) {
    HUB.drop("stock-counts", name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement("stock-counts", name);
  }

  private List<String> entries(String product) {
    return db.sql(
            """
            SELECT concat_ws(' ', nullif(l.bin_code, ''), e.pass_no, trim_scale(e.qty), e.counted_by)
            FROM count_line l JOIN count_entry e USING (line_id) JOIN product p USING (product_id)
            WHERE p.product_code = :product AND e.withdrawn_by IS NULL ORDER BY l.line_id, e.pass_no
            """)
        .param("product", product)
        .query(String.class)
        .list();
  }

  @ParameterizedTest
  @CsvSource({"RCO-1,,,,Rayon 4", "RCO-2,,,RCO-L2,", "RCO-3,RCO-L3,,,"})
  void whetherItIsARecountIsAsked(
      String product, String lot, String bin, String otherLot, String otherBin) {
    String row = "INV-%s;20/10/2025;DRCO;%s;%s;%s;%d;%s\n";
    String first = row.formatted(product, product, said(lot), said(bin), 6, "Karim");
    String second = row.formatted(product, product, said(otherLot), said(otherBin), 6, "Nadia");

    count(product + "-a.csv", NO_PASS + first);
    Acknowledgement answer = count(product + "-b.csv", NO_PASS + second);

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf(product + "-b.csv")).contains("CNT-027");
    assertThat(entries(product)).containsExactly("1 6 Karim");
  }

  private static String said(String value) {
    return value == null ? "" : value;
  }

  /** The sheet for it asks for the pass, and has a cell for the place. */
  @Test
  void aRecountThatTellsThePlaceIsOfTheSameGoods() {
    count("rco-4a.csv", HEADER + "INV-RCO-4;20/10/2025;DRCO;RCO-4;;;1;1000;Karim\n");
    Acknowledgement answer =
        count("rco-4b.csv", HEADER + "INV-RCO-4;20/10/2025;DRCO;RCO-4;;Z9;2;1012;Nadia\n");

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(entries("RCO-4")).containsExactly("1 1000 Karim", "2 1012 Nadia");
  }

  @Test
  void whoGoesOnCountingFindsOtherGoods() {
    count("rco-5a.csv", NO_PASS + "INV-RCO-5;20/10/2025;DRCO;RCO-5;;;30;Karim\n");
    count("rco-5b.csv", NO_PASS + "INV-RCO-5;20/10/2025;DRCO;RCO-5;;Quai;12;Karim\n");

    assertThat(entries("RCO-5")).containsExactly("1 30 Karim", "QUAI 1 12 Karim");
  }
}
