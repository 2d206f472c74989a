package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows, tabs and names that say between other words what the documents are. */
class SectionIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date;Raison sociale;Désignation;Quantité;Prix unitaire HT;Taux TVA\r\n";

  private static String row(String number) {
    return number + ";25/03/2026;SARL Section;Lait;1;100,00;19\r\n";
  }

  private static String name(String text) {
    return "sec-" + Integer.toUnsignedString(text.hashCode()) + ".csv";
  }

  private static String no(String text, int n) {
    return "SEC-" + Integer.toUnsignedString(text.hashCode()) + "-" + n;
  }

  @ParameterizedTest
  @CsvSource({
    "FACTURES, FACTURES ANNULEES",
    "FACTURES, Annulées",
    "FACTURES, BROUILLONS",
    "FACTURES, FACTURES PROFORMA",
    "FACTURES, BONS DE LIVRAISON",
    "FACTURES, RETOURS CLIENTS",
    "FACTURES, DEVIS",
    "AVOIRS, FACTURES",
    "ACHATS, VENTES",
  })
  void aSectionOfOtherDocumentsIsNotReadAsThoseAbove(String title, String section) {
    String text = title + section;
    HUB.drop(
        name(text),
        title
            + "\r\n"
            + HEADER
            + row(no(text, 1))
            + section
            + ";;;;;;\r\n"
            + HEADER
            + row(no(text, 2)));
    HUB.awaitAcknowledgement(name(text));
    assertThat(rulesOf(name(text))).contains("FIL-029");
  }

  @Test
  void aSectionOfTheSameChangesNothing() {
    HUB.drop(
        "sec-mois.csv",
        "FACTURES\r\n" + HEADER + row("SEC-M1") + "VENTES AVRIL 2026;;;;;;\r\n" + row("SEC-M2"));
    HUB.awaitAcknowledgement("sec-mois.csv");
    assertThat(rulesOf("sec-mois.csv")).doesNotContain("FIL-029");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AVOIRS SUR VENTES",
        "Avoir vente",
        "Retours sur ventes",
        "Journal des ventes - avoirs",
        "FACTURE AVOIR",
        "FACTURE - AVOIR",
        "FACTURE RETOUR",
        "AVOIR SUR FACTURE"
      })
  void creditNotesBesideOtherWordsAreAskedAbout(String title) {
    HUB.drop(name(title), title + "\r\nFacture N° :\r\n\r\n" + HEADER + row(no(title, 1)));
    assertThat(HUB.awaitAcknowledgement(name(title)).status()).isEqualTo("REJECTED");
    assertThat(rulesOf(name(title))).contains("INV-047");
  }

  @Test
  void aFileCalledAfterSalesAndCreditNotesIsAskedAbout() {
    HUB.drop("avoirs_ventes_sec1.csv", HEADER + row("SEC-A1"));
    HUB.drop("ventes & avoirs sec1.csv", HEADER + row("SEC-A2"));
    assertThat(HUB.awaitAcknowledgement("avoirs_ventes_sec1.csv").status()).isEqualTo("REJECTED");
    assertThat(rulesOf("avoirs_ventes_sec1.csv")).contains("INV-047");
    assertThat(HUB.awaitAcknowledgement("ventes & avoirs sec1.csv").status()).isEqualTo("POSTED");
  }

  @Test
  void whatCameInIsAPurchaseAndADepositIsOne() {
    HUB.drop("sec-recues.csv", "Factures reçues\r\n\r\n" + HEADER + row("SEC-R1"));
    HUB.drop("sec-acompte.csv", "FACTURE D'ACOMPTE\r\n\r\n" + HEADER + row("SEC-R2"));
    HUB.awaitAcknowledgement("sec-recues.csv");
    HUB.awaitAcknowledgement("sec-acompte.csv");
    assertThat(rulesOf("sec-acompte.csv")).contains("FIL-061");
    assertThat(
            db.sql(
                    "SELECT invoice_no || ' ' || direction || ' ' || kind FROM invoice"
                        + " WHERE invoice_no IN ('SEC-R1', 'SEC-R2') ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("SEC-R1 PURCHASE INVOICE", "SEC-R2 SALE DEPOSIT");
  }

  @Test
  void twoNumbersInOneCellAreTwo() {
    HUB.drop(
        "sec-cellule.csv",
        """
        Facture N° : SEC-C1 / BL N° : 77
        Date : 25/03/2026
        Client : SARL Section

        Désignation;Quantité;Prix unitaire HT;Taux TVA
        Lait;1;100,00;19
        """);
    assertThat(HUB.awaitAcknowledgement("sec-cellule.csv").status()).isEqualTo("POSTED");
    assertThat(
            db.sql("SELECT delivery_no FROM invoice WHERE invoice_no = 'SEC-C1'")
                .query(String.class)
                .single())
        .isEqualTo("77");
  }

  /** One column of amounts, whose documents have one line each, is read alike in both. */
  @Test
  void theSameSheetTwiceCountsOnce() throws IOException {
    String sheet =
        HEADER.replace("\r\n", ";Montant HT\r\n")
            + row("SEC-D1").replace("\r\n", ";100,00\r\n")
            + row("SEC-D2").replace("\r\n", ";100,00\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("octobre.csv", "t4.csv")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(sheet.getBytes(UTF_8));
      }
    }
    HUB.drop("invoices", "sec-deux.zip", bytes.toByteArray());
    assertThat(HUB.awaitAcknowledgement("sec-deux.zip").status()).isEqualTo("POSTED");
    assertThat(rulesOf("sec-deux.zip")).contains("FIL-026").doesNotContain("FIL-027");
  }

  @Test
  void creditIsAWayOfPayingToo() {
    HUB.drop("sec-credit.csv", "FACTURES\r\nRèglement;Crédit\r\n\r\n" + HEADER + row("SEC-K1"));
    assertThat(HUB.awaitAcknowledgement("sec-credit.csv").status()).isEqualTo("POSTED");
  }

  /** What ends invoices heads orders. */
  @Test
  void sectionsOfOrdersAreNone() {
    String header = "N° commande;Date commande;Client;Désignation;Qté;P.U. HT;TVA %\r\n";
    HUB.drop(
        "orders",
        "sec-commandes.csv",
        (header
                + "SEC-O1;25/03/2026;SARL Section;Lait;1;100,00;19\r\n"
                + ";;BONS DE COMMANDE MARS;;;;\r\n"
                + "SEC-O2;25/03/2026;SARL Section;Lait;1;100,00;19\r\n")
            .getBytes(UTF_8));
    HUB.awaitAcknowledgement("orders", "sec-commandes.csv");
    assertThat(rulesOf("sec-commandes.csv")).doesNotContain("FIL-029");
  }
}
