package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.HEADER;
import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes again: a file, a name, a document. */
class DuplicateIT extends InProcessHub {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orders          | ORD-002 | N° commande;Date commande;Code client;Nom client;Code article;Désignation;Qté commandée;Prix unitaire HT;TVA % | DPA-1;05/10/2026;DPA-C;Client DPA;DPA-A;Article DPA;4;10,50;19
          invoices        | INV-003 | N° facture;Date facture;Code client;Client;Code article;Désignation;Qté;P.U. HT;TVA % | DPA-2;15/10/2026;DPA-C;Client DPA;DPA-A;Article DPA;4;10,50;19
          production      | PRD-023 | N° OF;Date fabrication;Code produit;Produit;N° lot;Qté produite;Unité;Code MP;Lot MP;Qté consommée;Unité MP | DPA-3;12/10/2026;DPA-P;Produit DPA;DPA-L1;250;PCE;DPA-M;DPA-L0;100;kg
          stock-movements | MVT-004 | Date;Type;Origine;Code;Produit;N° lot;Quantité;Unité;Référence | 05/10/2026;IN;RECEPTION;DPA-M;Matière DPA;DPA-L2;250,5;kg;DPA-4
          stock-counts    | CNT-017 | N° inventaire;Date inventaire;Code article;Désignation;N° lot;Unité;Comptage 1;Compteur | DPA-5;31/10/2026 17:30;DPA-M;Matière DPA;DPA-L2;kg;238;Agent 1
          products        | MDM-016 | Code article;Désignation;Type;Unité de base;TVA | DPA-6;Article six;PF;U;19
          parties         | MDM-016 | Code tiers;Raison sociale;Type | DPA-7;Tiers sept;Client
          """)
  void whatComesAgainInOtherBytesIsUnchangedAndNamesTheFileAndRowBefore(
      String folder, String rule, String header, String row) {
    String text = header + "\n" + row + "\n";
    HUB.drop(folder, folder + "-1.csv", text.getBytes(UTF_8));
    HUB.awaitAcknowledgement(folder, folder + "-1.csv");

    HUB.preview(folder, folder + "-2.csv", text + "\n");
    HUB.drop(folder, folder + "-3.csv", (text + "\n").getBytes(UTF_8));
    Acknowledgement preview = HUB.awaitAcknowledgement("preview/" + folder, folder + "-2.csv");
    Acknowledgement again = HUB.awaitAcknowledgement(folder, folder + "-3.csv");

    assertThat(preview.count("Documents inchangés")).isEqualTo(1);
    assertThat(again.count("Documents inchangés")).isEqualTo(1);
    assertThat(
            db.sql("SELECT message FROM finding WHERE submission_id = :id AND rule_code = :rule")
                .param("id", idOf(folder + "-3.csv"))
                .param("rule", rule)
                .query(String.class)
                .single())
        .containsPattern(
            "\\(fichier " + folder + "-1\\.csv du \\d\\d/\\d\\d/\\d{4}, n° \\d+, ligne 2\\)");
  }

  @Test
  void theSameBytesUnderAnotherNameNameTheFirst() {
    String text = file(invoice("DUP-1", 2));
    HUB.drop("dup-premier.csv", text);
    HUB.awaitAcknowledgement("dup-premier.csv");
    HUB.drop("dup-second.csv", text);

    Acknowledgement second = HUB.awaitAcknowledgement("dup-second.csv");

    assertThat(second.status()).isEqualTo("DUPLICATE");
    assertThat(second.sentence())
        .startsWith("Fichier déjà reçu le ")
        .contains("n° " + idOf("dup-premier.csv") + " (dup-premier.csv)");
    assertThat(second.value("Réponse donnée alors")).isEqualTo("invoices/dup-premier.csv.ack.xlsx");
    assertThat(submission("dup-second.csv"))
        .containsEntry("duplicate_of", idOf("dup-premier.csv"))
        .containsEntry("rows_read", 0);
    assertThat(invoicesOf("dup-premier.csv")).containsExactly("DUP-1");
    assertThat(invoicesOf("dup-second.csv")).isEmpty();
  }

  @Test
  void aDuplicateOfAPartialFileSaysWhatIsStillToBeCorrected() {
    InvoiceText.Document refused = invoice("DUP-52", 2).with(1, "TVA %", "21");
    String text = file(invoice("DUP-50", 1), invoice("DUP-51", 1).with(0, "Qté", "douze"), refused);
    HUB.drop("dup-partiel.csv", text);
    assertThat(HUB.awaitAcknowledgement("dup-partiel.csv").value("État"))
        .isEqualTo("Comptabilisé en partie (PARTIAL)");

    assertThat(answerToTheSame(text, "dup-partiel-2.csv").sentence())
        .contains("attendent encore leur correction : 2. ")
        .contains("invoices/dup-partiel.csv.ack.xlsx");
    HUB.drop("dup-corrige-1.csv", file(invoice("DUP-51", 1)));
    HUB.awaitAcknowledgement("dup-corrige-1.csv");
    assertThat(answerToTheSame(text, "dup-partiel-3.csv").sentence())
        .contains("attendent encore leur correction : 1. ");
    HUB.drop("dup-corrige-2.csv", file(invoice("DUP-52", 2)));
    HUB.awaitAcknowledgement("dup-corrige-2.csv");
    assertThat(answerToTheSame(text, "dup-partiel-4.csv").sentence())
        .endsWith("Ses documents refusés ont été comptabilisés depuis.");
  }

  private static Acknowledgement answerToTheSame(String text, String name) {
    HUB.drop(name, text);
    Acknowledgement answer = HUB.awaitAcknowledgement(name);
    assertThat(answer.status()).isEqualTo("DUPLICATE");
    return answer;
  }

  @Test
  void theSameNameWithOtherBytesIsANewSubmissionWithAnAnswerOfItsOwn() throws Exception {
    byte[] first = file(invoice("DUP-10", 1)).getBytes(UTF_8);
    byte[] second = file(invoice("DUP-11", 1)).getBytes(UTF_8);
    HUB.drop("meme-nom.csv", first);
    HUB.awaitAcknowledgement("meme-nom.csv");
    long firstId = idOf("meme-nom.csv");
    HUB.drop("meme-nom.csv", second);

    Acknowledgement answer = HUB.awaitAcknowledgement("meme-nom.csv.2");

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.value("Empreinte SHA-256")).isEqualTo(Ledger.sha256(second));
    assertThat(HUB.awaitAcknowledgement("meme-nom.csv").value("Empreinte SHA-256"))
        .isEqualTo(Ledger.sha256(first));
    assertThat(idOf("meme-nom.csv")).isNotEqualTo(firstId);
    assertThat(archived("meme-nom.csv")).isEqualTo(second);
    assertThat(HUB.files("archive"))
        .anyMatch(path -> path.endsWith(Ledger.sha256(first) + ".csv"))
        .anyMatch(path -> path.endsWith(Ledger.sha256(second) + ".csv"));
  }

  @Test
  void aFileThatWasRefusedMayComeAgain() {
    String text = "Zyx;Wvu\n1;2\n";
    HUB.drop("refus-1.csv", text);
    HUB.awaitAcknowledgement("refus-1.csv");
    HUB.drop("refus-2.csv", text);
    assertThat(HUB.awaitAcknowledgement("refus-2.csv").status()).isEqualTo("REJECTED");
  }

  @Test
  void anInvoiceWithTheSameContentIsUnchanged() {
    HUB.drop("inchange-1.csv", file(invoice("DUP-20", 2)));
    HUB.awaitAcknowledgement("inchange-1.csv");
    HUB.drop("inchange-2.csv", file(invoice("DUP-20", 2), invoice("DUP-21", 1)));

    Acknowledgement answer = HUB.awaitAcknowledgement("inchange-2.csv");

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.count("Documents créés")).isEqualTo(1);
    assertThat(answer.count("Documents inchangés")).isEqualTo(1);
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(10.5);
    assertThat(rulesOf("inchange-2.csv")).contains("INV-003");
    assertThat(revisions("DUP-20")).isEqualTo(1);
  }

  @Test
  void aSaleWithOtherContentIsRefusedAndTheIssuedOneStays() {
    HUB.drop("change-1.csv", file(invoice("DUP-30", 2)));
    HUB.awaitAcknowledgement("change-1.csv");
    HUB.drop("change-2.csv", file(invoice("DUP-30", 3)));

    Acknowledgement answer = HUB.awaitAcknowledgement("change-2.csv");

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("change-2.csv")).contains("INV-004");
    assertThat(answer.cells(Acknowledgement.CORRECT)).hasSize(4);
    assertThat(revisions("DUP-30")).isEqualTo(1);
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'DUP-30'"))
        .isEqualByComparingTo("31.50");
  }

  @Test
  void aPurchaseWithOtherContentIsItsSecondRevision() {
    HUB.drop("achat-1.csv", purchase("ACH-1", 2));
    assertThat(HUB.awaitAcknowledgement("achat-1.csv").value("Flux"))
        .isEqualTo("suppliers.invoices");
    HUB.drop("achat-2.csv", purchase("ACH-1", 3));

    Acknowledgement answer = HUB.awaitAcknowledgement("achat-2.csv");

    assertThat(answer.count("Documents révisés")).isEqualTo(1);
    assertThat(rulesOf("achat-2.csv")).contains("INV-005");
    assertThat(
            number(
                "SELECT revision FROM invoice WHERE invoice_no = 'ACH-1' AND is_current"
                    + " AND direction = 'PURCHASE'"))
        .isEqualTo(2);
    assertThat(revisions("ACH-1")).isEqualTo(2);
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'ACH-1' AND is_current"))
        .isEqualByComparingTo("63.00");
  }

  private static String purchase(String number, int lines) {
    return file(invoice(number, lines))
        .replace(
            String.join(";", HEADER), String.join(";", HEADER).replace("Client", "Fournisseur"))
        .replace("Code client", "Code fournisseur")
        .replace("CLI-001", "FOUR-001");
  }

  private int revisions(String number) {
    return number("SELECT count(*) FROM invoice WHERE invoice_no = '" + number + "'");
  }
}
