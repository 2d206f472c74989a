package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a version before left behind when it was stopped is finished by this one. */
class FormerVersionIT extends InProcessHub {
  private static final String FILE =
      """
      Journal des ventes
      N° facture;Date facture;Client;Désignation;Quantité;Prix unitaire HT;Taux TVA
      VERSION-1;05/01/2026;Ancienne Maison;Meule d’antan;4;250,00;19
      VERSION-2;05/01/2026;Ancienne Maison;Meule d’antan « vieux »;quatre;250,00;19
      VERSION-3;05/01/2026;Ancienne Maison;Copeaux d’antan;2;250,00;19
      VERSION-3;05/01/2026;Ancienne Maison;Tomme d’antan;x;250,00;19
      """;

  @Test
  void anAnswerThatWasStillToBeWrittenIsTheSame() throws IOException {
    HUB.drop("version.csv", FILE.getBytes(UTF_8));
    List<List<String>> before = correction();
    assertThat(before).hasSize(4);

    leaveAsAFormerVersionDid();

    await().until(() -> submission("version.csv").get("acknowledged_at") != null);
    assertThat(correction()).isEqualTo(before);
  }

  private static List<List<String>> correction() throws IOException {
    return HUB.awaitAcknowledgement("version.csv").cells(Acknowledgement.CORRECT);
  }

  /** Posted, not answered; the cells of refused rows only in the archived file (V25). */
  private void leaveAsAFormerVersionDid() {
    long id = idOf("version.csv");
    db.sql(
            """
            WITH rows AS (UPDATE refused_row SET cells = NULL WHERE submission_id = :id),
            read AS (
              UPDATE submission
              SET acknowledged_at = NULL, detected = detected - 'headers' || '{"headerRows": {"": 2}}'
              WHERE id = :id)
            UPDATE notice SET sent_at = NULL, due_at = now() WHERE submission_id = :id
            """)
        .param("id", id)
        .update();
  }
}
