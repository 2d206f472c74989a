package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds that a site adds in its home, with policies of their own. */
class PolicyIT extends InProcessHub {
  private static final String FEED =
      """
      feed: %s.invoices
      document: invoices
      description: Un partenaire avec son propre dossier et ses propres règles
      folder: true
      recognise:
        headers: [N° facture, Code client, Qté]
      decimal-mark: ","
      policy: %s
      unknown-party: %s
      unknown-product: create
      """;

  private final AtomicReference<Path> feed = new AtomicReference<>();
  private final HubLog log = HubLog.open();

  @AfterEach
  void withoutFeed() throws IOException {
    log.close();
    Files.deleteIfExists(feed.get());
  }

  @Test
  void oneBadDocumentRefusesTheWholeFile() throws IOException {
    write("entier", FEED.formatted("entier", "whole-file", "create"));
    String good = file(invoice("ENT-1", 2), invoice("ENT-2", 1));
    drop("entier", "bon.csv", good);
    assertThat(HUB.awaitAcknowledgement("entier/invoices", "bon.csv").status()).isEqualTo("POSTED");
    drop(
        "entier",
        "mixte.csv",
        file(invoice("ENT-3", 2), invoice("ENT-4", 1).with(0, "TVA %", "21")));

    Acknowledgement answer = HUB.awaitAcknowledgement("entier/invoices", "mixte.csv");

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.value("Flux")).isEqualTo("entier.invoices");
    assertThat(answer.count("Lignes lues")).isEqualTo(3);
    assertThat(answer.count("Lignes refusées")).isEqualTo(3);
    List<List<String>> toCorrect = answer.cells(Acknowledgement.CORRECT);
    assertThat(toCorrect).hasSize(5);
    assertThat(toCorrect.get(1).toString()).contains("au-delà de 0 %, ce flux refuse");
    assertThat(invoicesOf("mixte.csv")).isEmpty();
    assertThat(
            number(
                "SELECT count(*) FROM party p JOIN submission s ON s.id = p.submission_id"
                    + " WHERE s.original_name = 'mixte.csv'"))
        .isZero();
  }

  @Test
  void moreErrorsThanTheFeedAllowsRefuseTheWholeFileAndAllAreTold() throws IOException {
    write("tolerant", FEED.formatted("tolerant", "{max-errors: 40%}", "create"));
    String bad = "21";
    drop(
        "tolerant",
        "peu.csv",
        file(invoice("TOL-1", 3), invoice("TOL-2", 2).with(0, "TVA %", bad)));
    assertThat(HUB.awaitAcknowledgement("tolerant/invoices", "peu.csv").status())
        .isEqualTo("PARTIAL");
    drop(
        "tolerant",
        "trop.csv",
        file(
            invoice("TOL-3", 3),
            invoice("TOL-4", 2).with(0, "TVA %", bad),
            invoice("TOL-5", 1).with(0, "TVA %", bad)));

    Acknowledgement answer = HUB.awaitAcknowledgement("tolerant/invoices", "trop.csv");

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.sentence())
        .contains("3 ligne(s) refusée(s) sur 6 (50 %) : au-delà de 40 %, ce flux refuse");
    assertThat(answer.count("Lignes refusées")).isEqualTo(6);
    assertThat(answer.count("Documents refusés")).isEqualTo(3);
    assertThat(rulesOf("trop.csv")).contains("FIL-024").filteredOn("INV-016"::equals).hasSize(2);
    assertThat(invoicesOf("trop.csv")).isEmpty();
  }

  @Test
  void aFeedMayRefuseToReviseWhatIsThere() throws IOException {
    write(
        "fige",
        FEED.formatted("fige", "per-document", "create")
            + "direction: PURCHASE\non-change: refuse\n");
    drop("fige", "achat.csv", file(invoice("FIG-1", 2)));
    assertThat(HUB.awaitAcknowledgement("fige/invoices", "achat.csv").status()).isEqualTo("POSTED");
    drop("fige", "change.csv", file(invoice("FIG-1", 2).with(0, "Qté", "7"), invoice("FIG-2", 1)));

    Acknowledgement answer = HUB.awaitAcknowledgement("fige/invoices", "change.csv");

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("change.csv")).containsExactly("FIG-2");
    assertThat(answer.cells(Acknowledgement.CORRECT).get(1).toString())
        .contains("INV-005", "ce flux ne modifie rien de ce qui est déjà chargé");
  }

  @Test
  void anUnknownPartyRefusesItsDocumentWhereTheFeedSaysSo() throws IOException {
    HUB.drop("connu.csv", file(invoice("STR-0", 1)));
    HUB.awaitAcknowledgement("connu.csv");
    write("strict", FEED.formatted("strict", "per-document", "reject"));
    drop(
        "strict",
        "clients.csv",
        file(
            invoice("STR-1", 1),
            invoice("STR-2", 1)
                .with(0, "Code client", "INCONNU-7")
                .with(0, "Client", "Personne ne le connaît")));

    Acknowledgement answer = HUB.awaitAcknowledgement("strict/invoices", "clients.csv");

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("clients.csv")).containsExactly("STR-1");
    assertThat(rulesOf("clients.csv")).contains("MDM-003");
    assertThat(number("SELECT count(*) FROM party WHERE party_code = 'INCONNU-7'")).isZero();
  }

  @Test
  void aBadFeedIsRefusedWithItsReasonAndTheFormerStaysInForce() throws IOException {
    write("libre", FEED.formatted("libre", "per-document", "create"));
    drop("libre", "avant.csv", file(invoice("LIB-1", 1)));
    HUB.awaitAcknowledgement("libre/invoices", "avant.csv");

    write("libre", FEED.formatted("libre", "sometimes", "create"));

    await("complaint")
        .untilAsserted(
            () ->
                assertThat(log.text())
                    .contains("feed file refused, the former one stays in force")
                    .contains("libre.invoices.yaml")
                    .contains("policy"));
    drop("libre", "apres.csv", file(invoice("LIB-2", 1)));
    assertThat(HUB.awaitAcknowledgement("libre/invoices", "apres.csv").value("Flux"))
        .isEqualTo("libre.invoices");
  }

  @Test
  void aFeedThatWasNeverGoodIsRefusedAndNobodyIsHeldUp() throws IOException {
    write("abime", "feed: [\n");
    await("complaint")
        .untilAsserted(
            () ->
                assertThat(log.text())
                    .contains("feed file refused, nothing stays in force")
                    .contains("abime.invoices.yaml"));
    HUB.drop("malgre-tout.csv", file(invoice("ABI-1", 1)));
    assertThat(HUB.awaitAcknowledgement("malgre-tout.csv").status()).isEqualTo("POSTED");
  }

  private void write(String source, String yaml) throws IOException {
    Path file = HUB.home().resolve("config/feeds/" + source + ".invoices.yaml");
    feed.set(Files.writeString(file, yaml));
  }

  private static void drop(String source, String name, String text) {
    Path folder = HUB.inbox(source + "/invoices");
    await("drop folder of the feed").until(() -> Files.isDirectory(folder));
    HUB.drop(source + "/invoices", name, text.getBytes(UTF_8));
  }
}
