package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Credit notes and the invoices that they correct, in whatever order they come. */
class CreditNoteIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Type;Date facture;Code client;Client;Désignation;Qté;P.U. HT;TVA %;Facture d'origine\r\n";

  @Test
  void aCreditNoteThatCameBeforeItsInvoiceIsLinkedAndCounts() {
    HUB.drop("avoir-avant.csv", HEADER + credit("AVA-1", 6, "FAC-900"));
    assertThat(HUB.awaitAcknowledgement("avoir-avant.csv").status()).isEqualTo("POSTED");
    assertThat(rulesOf("avoir-avant.csv")).contains("INV-034");

    HUB.drop(
        "facture-apres.csv",
        HEADER + "FAC-900;Facture;01/11/2026;CLI-9;Épicerie Neuf;Lait;10;100,00;19;\r\n");
    assertThat(HUB.awaitAcknowledgement("facture-apres.csv").status()).isEqualTo("POSTED");

    assertThat(
            number(
                "SELECT count(*) FROM invoice c JOIN invoice i ON i.invoice_id = c.original_invoice_id"
                    + " WHERE c.invoice_no = 'AVA-1' AND i.invoice_no = 'FAC-900'"))
        .isEqualTo(1);
    HUB.drop("avoir-de-trop.csv", HEADER + credit("AVA-2", 5, "FAC-900"));
    assertThat(HUB.awaitAcknowledgement("avoir-de-trop.csv").status()).isEqualTo("REJECTED");
    assertThat(rulesOf("avoir-de-trop.csv")).contains("INV-029");
  }

  @Test
  void moreCreditedThanInvoicedIsToldWhenTheInvoiceComes() {
    HUB.drop("trop-1.csv", HEADER + credit("TRO-1", 8, "FAC-901"));
    HUB.drop("trop-2.csv", HEADER + credit("TRO-2", 7, "FAC-901"));
    HUB.awaitAcknowledgement("trop-1.csv");
    HUB.awaitAcknowledgement("trop-2.csv");

    HUB.drop(
        "facture-901.csv",
        HEADER + "FAC-901;Facture;01/11/2026;CLI-9;Épicerie Neuf;Lait;10;100,00;19;\r\n");

    assertThat(HUB.awaitAcknowledgement("facture-901.csv").status()).isEqualTo("POSTED");
    assertThat(rulesOf("facture-901.csv")).contains("INV-036");
  }

  /** Taken for invoices they would be wrong by twice their amount (INV-042). */
  @Test
  void aNumberOfCreditNotesIsAskedAboutUnlessItsKindOrAmountTellsIt() {
    String header = HEADER.replace("Type;", "");
    String row = ";03/11/2026;CLI-9;Épicerie Neuf;Lait;%s;100,00;19;\r\n";
    HUB.drop(
        "numeros-divers.csv",
        header
            + "FAQ-1".concat(row.formatted("2"))
            + "AV-2".concat(row.formatted("1"))
            + "31/AV/2026".concat(row.formatted("1"))
            + "AV-4".concat(row.formatted("-1")));
    HUB.drop("avoir-facture.csv", HEADER + "AV-5;Facture" + row.formatted("1"));

    assertThat(HUB.awaitAcknowledgement("numeros-divers.csv").status()).isEqualTo("PARTIAL");
    assertThat(HUB.awaitAcknowledgement("avoir-facture.csv").status()).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT document FROM finding WHERE rule_code = 'INV-042' AND submission_id = :id")
                .param("id", idOf("numeros-divers.csv"))
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("AV-2", "31/AV/2026");
    assertThat(invoicesOf("numeros-divers.csv")).containsExactlyInAnyOrder("FAQ-1", "AV-4");
  }

  @Test
  void aSuppliersCreditNoteIsLinkedAndWhatItGivesTooMuchIsTold() {
    String header = HEADER.replace("Code client;Client", "Code fournisseur;Fournisseur");
    HUB.drop(
        "achat-avoir.csv",
        header
            + "FF-1;Facture;01/11/2026;F-9;SPA Emballage;Carton;10;100,00;19;\r\n"
            + "AVF-1;Avoir;02/11/2026;F-9;SPA Emballage;Carton;4;100,00;19;FF-1\r\n"
            + "AVF-2;Avoir;03/11/2026;F-9;SPA Emballage;Carton;7;100,00;19;FF-1\r\n"
            + "AVF-3;Avoir;03/11/2026;F-9;SPA Emballage;Carton;1;100,00;19;FF-INCONNUE\r\n");

    assertThat(HUB.awaitAcknowledgement("achat-avoir.csv").status()).isEqualTo("POSTED");
    assertThat(rulesOf("achat-avoir.csv")).contains("INV-040", "INV-034").doesNotContain("INV-029");
    assertThat(
            number(
                "SELECT count(*) FROM invoice c JOIN invoice i ON i.invoice_id = c.original_invoice_id"
                    + " WHERE c.invoice_no LIKE 'AVF-%' AND i.invoice_no = 'FF-1'"))
        .isEqualTo(2);
  }

  @Test
  void aCreditNoteFromAnotherFileStaysLinked() {
    HUB.drop(
        "avoir-lie.csv",
        HEADER
            + "FAC-902;Facture;01/11/2026;CLI-9;Épicerie Neuf;Lait;10;100,00;19;\r\n"
            + credit("AVA-9", 8, "FAC-902"));
    assertThat(HUB.awaitAcknowledgement("avoir-lie.csv").status()).isEqualTo("POSTED");

    HUB.drop(
        "avoir-autre.csv",
        HEADER.replace("Facture d'origine", "Échéance") + credit("AVA-9", 8, "30/11/2026"));

    assertThat(HUB.awaitAcknowledgement("avoir-autre.csv").status()).isEqualTo("POSTED");
    assertThat(linked("AVA-9", "FAC-902")).isEqualTo(2);
  }

  @Test
  void aNumberOfACreditNoteMakesItOneAndTheOtherNumberIsTheInvoices() {
    String header = "N° avoir;N° facture;Date;Code client;Client;Désignation;Qté;P.U. HT;TVA %\r\n";
    HUB.drop(
        "numeros.csv",
        HEADER + "FAC-903;Facture;01/11/2026;CLI-9;Épicerie Neuf;Lait;10;100,00;19;\r\n");
    assertThat(HUB.awaitAcknowledgement("numeros.csv").status()).isEqualTo("POSTED");

    HUB.drop(
        "numeros-avoirs.csv",
        header
            + "AVA-31;FAC-903;02/11/2026;CLI-9;Épicerie Neuf;Lait;2;100,00;19\r\n"
            + "AVA-31;FAC-903;02/11/2026;CLI-9;Épicerie Neuf;Beurre doux;1;100,00;19\r\n"
            + "AVA-32;FAC-903;03/11/2026;CLI-9;Épicerie Neuf;Lait;3;100,00;19\r\n");

    Acknowledgement credits = HUB.awaitAcknowledgement("numeros-avoirs.csv");
    assertThat(credits.count("Documents créés")).isEqualTo(2);
    assertThat(linked("AVA-31", "FAC-903") + linked("AVA-32", "FAC-903")).isEqualTo(2);

    HUB.drop(
        "numeros-meles.csv",
        header
            + ";FAC-904;01/11/2026;CLI-9;Épicerie Neuf;Lait;10;100,00;19\r\n"
            + "AVA-33;;01/11/2026;CLI-9;Épicerie Neuf;Lait;1;100,00;19\r\n"
            + "AVA-34;FAC-905;01/11/2026;CLI-9;Épicerie Neuf;Lait;1;100,00;19\r\n");

    Acknowledgement mixed = HUB.awaitAcknowledgement("numeros-meles.csv");
    assertThat(mixed.count("Documents créés")).isEqualTo(2);
    assertThat(mixed.count("Documents refusés")).isEqualTo(1);
    assertThat(rulesOf("numeros-meles.csv")).contains("FMT-024");
  }

  private long linked(String credit, String original) {
    return number(
        "SELECT count(*) FROM invoice c JOIN invoice i ON i.invoice_id = c.original_invoice_id"
            + " WHERE c.kind = 'CREDIT_NOTE' AND c.invoice_no = '"
            + credit
            + "' AND i.invoice_no = '"
            + original
            + "'");
  }

  private static String credit(String number, int pieces, String original) {
    return "%s;Avoir;02/11/2026;CLI-9;Épicerie Neuf;Lait;%d;100,00;19;%s\r\n"
        .formatted(number, pieces, original);
  }

  @Test
  void aStampOnACreditNoteIsNotCountedAndTold() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "avoir-timbre.csv",
            """
            Date;N° facture;Client;Mode de paiement;HT;TVA 19%;TTC;Timbre;Net à payer
            12/11/2026;AVT-1;Épicerie Neuf;Espèces;-1000,00;-190,00;-1190,00;-12,00;-1202,00
            """);

    assertThat(rulesOf("avoir-timbre.csv")).contains("INV-058");
    assertThat(answer.cells("Constats").toString())
        .contains("Avoir AVT-1 : timbre de 12,00 DA non compté")
        .contains("enregistré pour 1");
  }
}
