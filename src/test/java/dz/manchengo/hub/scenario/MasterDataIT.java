package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Lists of products and parties from the drop folder to the catalog. */
class MasterDataIT extends MasterDataScenario {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  @Test
  void theSamplesAreCreatedThenUnchanged() throws IOException {
    byte[] products = Files.readAllBytes(SAMPLES.resolve("accounting.products/articles.csv"));
    HUB.drop("", "articles.csv", products);
    Acknowledgement made = HUB.awaitAcknowledgement("", "articles.csv");
    assertThat(made.value("Flux")).isEqualTo("accounting.products");
    assertThat(made.status()).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT uom_code || ' ' || trim_scale(factor_to_base) FROM product"
                        + " JOIN product_uom USING (product_id) WHERE product_code = 'FR-250'"
                        + " ORDER BY uom_code")
                .query(String.class)
                .list())
        .containsExactly("CTN 24", "PAL 1152");
    assertThat(number("SELECT count(*) FROM product WHERE product_code = 'ET-IML' AND NOT active"))
        .isEqualTo(1);
    HUB.drop("", "articles-encore.csv", withOneMoreLineEnd(products));
    Acknowledgement again = HUB.awaitAcknowledgement("", "articles-encore.csv");
    assertThat(again.count("Documents inchangés")).isEqualTo(5);
    HUB.drop("", "articles-bis.csv", products);
    assertThat(HUB.awaitAcknowledgement("", "articles-bis.csv").status()).isEqualTo("DUPLICATE");

    byte[] parties = Files.readAllBytes(SAMPLES.resolve("accounting.parties/tiers.csv"));
    HUB.drop("", "tiers.csv", parties);
    Acknowledgement people = HUB.awaitAcknowledgement("", "tiers.csv");
    assertThat(people.value("Flux")).isEqualTo("accounting.parties");
    assertThat(people.status()).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT concat_ws('|', wilaya, payment_terms_days, trim_scale(credit_limit),"
                        + " is_customer, is_supplier, provisional, rc_norm) FROM party"
                        + " WHERE party_code = 'C-014'")
                .query(String.class)
                .single())
        .isEqualTo("16|30|500000|t|f|f|12B01234561600");
    assertThat(rulesOf("tiers.csv")).contains("MDM-006");
    HUB.drop("", "tiers-encore.csv", withOneMoreLineEnd(parties));
    assertThat(HUB.awaitAcknowledgement("", "tiers-encore.csv").count("Documents inchangés"))
        .isEqualTo(3);
  }

  @Test
  void aFileThatIsRefusedAsAWholeIsJudgedWithoutWriting() throws IOException {
    Path feed = HUB.home().resolve("config/feeds/entiers.parties.yaml");
    Files.writeString(
        feed,
        """
        feed: entiers.parties
        document: parties
        description: Un partenaire dont les fiches passent toutes ou aucune
        folder: true
        recognise:
          headers: [Code tiers, Plafond]
        policy: whole-file
        """);
    try {
      await("drop folder of the feed").until(() -> Files.isDirectory(HUB.inbox("entiers/parties")));
      String rows = PARTIES + "\nENT-P;Ent Un;Client;;;;30;;\nENT-P;Ent Un;Client;;;;30;;\n";
      HUB.drop("entiers/parties", "entier.csv", (rows + "ENT-Q;;Client;;;;30;;\n").getBytes(UTF_8));
      Acknowledgement answer = HUB.awaitAcknowledgement("entiers/parties", "entier.csv");
      assertThat(answer.status()).isEqualTo("REJECTED");
      assertThat(rulesOf("entier.csv")).contains("FMT-001", "MDM-016");
      assertThat(number("SELECT count(*) FROM party WHERE party_code LIKE 'ENT-P'")).isZero();
    } finally {
      Files.delete(feed);
    }
  }

  private static byte[] withOneMoreLineEnd(byte[] bytes) {
    byte[] more = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    more[bytes.length] = '\n';
    return more;
  }
}
