package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Invoices of which a column that nobody knows says that they are credit notes (INV-047). */
class SaidInColumnsIT extends InProcessHub {
  private static final String HEADER = "N° facture;Date;Client;Désignation;Qté;PU HT;TVA;";

  private static void dropped(String name, String text) {
    HUB.drop(name, text);
    HUB.awaitAcknowledgement(name);
  }

  private static String line(String number, String designation, String rest) {
    return number + ";01/06/2026;SARL Sens;" + designation + ";2;" + rest + "\n";
  }

  @Test
  void aWordInAColumnMayMakeACreditNoteOfIt() {
    dropped(
        "sens-operation.csv",
        HEADER
            + "Type opération\n"
            + line("SEO-1", "Brie de sens", "100,00;19;Facture")
            + line("SEO-2", "Brie de sens", "100,00;19;Avoir")
            + line("SEO-3", "Brie de sens", "-100,00;19;Avoir"));
    dropped(
        "sens-retour.csv",
        HEADER
            + "Statut;Opération\n"
            + line("SER-1", "Brie de sens", "100,00;19;Validée;Vente")
            + line("SER-2", "Brie de sens", "100,00;19;Validée;RETOUR")
            + line("SER-3", "Brie de sens", "100,00;19;Validée;Note de crédit"));

    assertThat(rulesOf("sens-operation.csv")).contains("FIL-007").doesNotContain("INV-047");
    assertThat(
            db.sql(
                    "SELECT invoice_no FROM invoice WHERE kind = 'CREDIT_NOTE' AND invoice_no LIKE 'SEO-%'")
                .query(String.class)
                .set())
        .containsExactlyInAnyOrder("SEO-2", "SEO-3");
    assertThat(invoicesOf("sens-retour.csv")).containsExactly("SER-1");
    assertThat(rulesOf("sens-retour.csv")).contains("INV-047");
  }

  @Test
  void aColumnOfChargesThatIsNotReadSaysHowToGiveThem() {
    dropped(
        "sens-port.csv",
        HEADER.replace("Client", "Intitulé client")
            + "Frais de port;Total TTC\n"
            + line("SEP-1", "Brie de sens", "100,00;19;0,00;238,00")
            + line("SEP-2", "Brie de sens", "100,00;19;50,00;288,00"));
    assertThat(invoicesOf("sens-port.csv")).containsExactly("SEP-1");
    assertThat(
            db.sql(
                    "SELECT message FROM finding WHERE rule_code = 'FIL-005' AND submission_id = :id")
                .param("id", idOf("sens-port.csv"))
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("« Frais de port »", "comme une ligne de plus");
  }

  @Test
  void aSignOfItsOwnIsAskedAbout() {
    dropped(
        "sens-signe.csv",
        HEADER
            + "Sens\n"
            + line("SES-1", "Brie de sens", "100,00;19;+")
            + line("SES-2", "Brie de sens", "100,00;19;-"));
    dropped(
        "sens-debit.csv",
        HEADER
            + "Sens\n"
            + line("SED-1", "Brie de sens", "100,00;19;D")
            + line("SED-2", "Brie de sens", "100,00;19;D"));
    dropped(
        "sens-cotes.csv",
        HEADER
            + "Sens\n"
            + line("SEC-1", "Brie de sens", "100,00;19;D")
            + line("SEC-2", "Brie de sens", "100,00;19;C"));

    assertThat(invoicesOf("sens-signe.csv")).containsExactly("SES-1");
    assertThat(invoicesOf("sens-debit.csv")).containsExactly("SED-1", "SED-2");
    assertThat(invoicesOf("sens-cotes.csv")).isEmpty();
    assertThat(rulesOf("sens-cotes.csv")).contains("INV-047");
  }

  @Test
  void whatOnlyCreditNotesHaveIsAskedAbout() {
    dropped(
        "sens-origine.csv",
        HEADER
            + "Facture d'origine\n"
            + line("SEG-1", "Brie de sens", "100,00;19;")
            + line("SEG-2", "Brie de sens", "100,00;19;SEG-1"));
    dropped(
        "sens-motif.csv",
        HEADER
            + "Motif avoir;Montant avoir TTC\n"
            + line("SEM-1", "Brie de sens", "100,00;19;;0,00")
            + line("SEM-2", "Brie de sens", "100,00;19;Casse;0,00")
            + line("SEM-3", "Brie de sens", "100,00;19;;238,00"));

    assertThat(invoicesOf("sens-origine.csv")).containsExactly("SEG-1");
    assertThat(rulesOf("sens-origine.csv")).contains("INV-047");
    assertThat(invoicesOf("sens-motif.csv")).containsExactly("SEM-1");
    assertThat(rulesOf("sens-motif.csv")).contains("INV-047");
  }

  @Test
  void whatIsPaidOnAccountIsNoCreditNote() {
    dropped(
        "sens-credit.csv",
        HEADER
            + "Régime\n"
            + line("SEX-1", "Brie de sens", "100,00;19;Comptant")
            + line("SEX-2", "Brie de sens", "100,00;19;Crédit"));

    assertThat(invoicesOf("sens-credit.csv")).containsExactly("SEX-1", "SEX-2");
  }

  @Test
  void nobodySellsAReturn() {
    dropped(
        "sens-retours.csv",
        HEADER
            + "\n"
            + line("SEN-1", "Retour fromage avarié", "100,00;19;")
            + line("SEN-2", "Retour palettes vides", "-100,00;19;")
            + line("SEN-3", "Brie de sens", "100,00;19;"));

    assertThat(invoicesOf("sens-retours.csv")).contains("SEN-3").doesNotContain("SEN-1");
    assertThat(rulesOf("sens-retours.csv")).contains("INV-047");
  }

  /** Without printed totals nobody would see that less was sold; what was given away told only. */
  @Test
  void whatWasReturnedCounts() {
    String line = "SEQ-1;01/06/2026;SARL Sens;Brie de sens;20;100,00;19;";
    dropped("sens-rendu.csv", HEADER + "Qté retournée\n" + line + "3\n");
    dropped("sens-rien.csv", HEADER + "Qté retournée\n" + line.replace("-1", "-2") + "0\n");
    dropped("sens-gratuit.csv", HEADER + "UG\n" + line.replace("-1", "-3") + "2\n");

    assertThat(rulesOf("sens-rendu.csv")).containsExactly("FIL-031");
    assertThat(invoicesOf("sens-rien.csv")).containsExactly("SEQ-2");
    assertThat(invoicesOf("sens-gratuit.csv")).containsExactly("SEQ-3");
    assertThat(rulesOf("sens-gratuit.csv")).contains("FIL-005");
  }

  /** « Facture/Avoir » is not « Facture d'avoir »: a kind beside a number, else the number. */
  @Test
  void eitherAnInvoiceOrACreditNoteIsNoCreditNote() {
    dropped(
        "sens-either.csv",
        HEADER
            + "Facture/Avoir\n"
            + line("SEE-1", "Brie de sens", "100,00;19;F")
            + line("SEE-2", "Brie de sens", "100,00;19;A"));
    dropped(
        "sens-either-short.csv",
        HEADER
            + "F/A\n"
            + line("SEE-3", "Brie de sens", "100,00;19;F")
            + line("SEE-4", "Brie de sens", "100,00;19;A"));
    dropped(
        "sens-either-number.csv",
        HEADER.replace("N° facture", "N° Facture/Avoir").strip()
            + "\n"
            + line("SEE-5", "Brie de sens", "100,00;19"));
    dropped(
        "sens-either-bare.csv",
        HEADER.replace("N° facture", "Facture / Avoir").strip()
            + "\n"
            + line("SEE-6", "Brie de sens", "100,00;19"));
    dropped(
        "sens-credit-number.csv",
        HEADER.replace("N° facture", "N° facture d'avoir")
            + "\n"
            + line("SEE-7", "Brie de sens", "100,00;19;"));

    assertThat(kinds())
        .containsExactly(
            "SEE-1 INVOICE",
            "SEE-2 CREDIT_NOTE",
            "SEE-3 INVOICE",
            "SEE-4 CREDIT_NOTE",
            "SEE-5 INVOICE",
            "SEE-6 INVOICE",
            "SEE-7 CREDIT_NOTE");
  }

  private List<String> kinds() {
    return db.sql(
            "SELECT invoice_no || ' ' || kind FROM invoice WHERE invoice_no LIKE 'SEE-%' ORDER BY 1")
        .query(String.class)
        .list();
  }

  @Test
  void aColumnThatAsksWhetherItIsACreditNoteRefusesWhereItIs() {
    dropped(
        "sens-oui.csv",
        """
        Date;N° pièce;Client;Montant HT;TVA 19%;TTC;Avoir
        01/06/2026;SEQ-1;SARL Sens;1000,00;190,00;1190,00;Non
        01/06/2026;SEQ-2;SARL Sens;100,00;19,00;119,00;Oui
        """);

    assertThat(invoicesOf("sens-oui.csv")).containsExactly("SEQ-1");
    assertThat(rulesOf("sens-oui.csv")).contains("INV-047");
  }
}
