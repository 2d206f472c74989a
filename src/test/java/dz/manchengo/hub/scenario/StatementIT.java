package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of itself around its table: titles, tabs, its own name. */
class StatementIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date;Raison sociale;Désignation;Quantité;Prix unitaire HT;Taux TVA\r\n";

  private static String row(String number) {
    return number + ";25/03/2026;SARL Dit;Lait;1;100,00;19\r\n";
  }

  @ParameterizedTest
  @CsvSource({
    "proforma, FACTURE PROFORMA N° 7, FIL-010",
    "proformas, Liste des factures proforma – juin 2026, FIL-010",
    "bons, Bons de livraison – juin 2026, FIL-010",
    "brouillons, Liste des factures non validées (brouillons), FIL-010",
    "annulees, Factures annulées – juin 2026, FIL-010",
    "ventes-annulees, VENTES ANNULEES, FIL-010",
    "ventes-proforma, VENTES PROFORMA, FIL-010",
    "milliers, Journal - montants en milliers de DA, FMT-026",
    "centimes, Montants en centimes, FMT-026",
    "euros, Devise : EUR, FMT-015",
    "export, Factures export (EUR), FMT-015",
    "amounts, Invoices – amounts in EUR, FMT-015",
    "ventes EUR, Journal, FMT-015",
  })
  void aTitleMayRefuseTheFile(String name, String title, String rule) {
    HUB.drop("dit-" + name + ".csv", title + "\r\n\r\n" + HEADER + row("DI-1"));

    assertThat(HUB.awaitAcknowledgement("dit-" + name + ".csv").status()).isEqualTo("REJECTED");
    assertThat(rulesOf("dit-" + name + ".csv")).containsExactly(rule);
  }

  @Test
  void anInvoiceMayNameTheQuotationThatItFollows() {
    HUB.drop("dit-suivant.csv", "FACTURES\r\nsuivant devis n° 12\r\n\r\n" + HEADER + row("DI-2"));
    assertThat(HUB.awaitAcknowledgement("dit-suivant.csv").status()).isEqualTo("POSTED");
  }

  @Test
  void purchasesAndCreditNotesAreSuchByTheirTitle() {
    HUB.drop("dit-journal.csv", "JOURNAL DES ACHATS - MARS\r\n\r\n" + HEADER + row("DI-3"));
    HUB.drop("achats_dit.csv", HEADER + row("DI-4"));
    HUB.drop("dit-avoirs.csv", "LISTE DES AVOIRS - MARS\r\n\r\n" + HEADER + row("DI-5"));
    HUB.drop("dit-deux.csv", "FACTURES ET AVOIRS\r\n\r\n" + HEADER + row("DI-6"));
    HUB.drop("dit avoirs clients.csv", HEADER + row("DI-7"));

    assertThat(HUB.awaitAcknowledgement("dit-journal.csv").value("Flux"))
        .isEqualTo("suppliers.invoices");
    assertThat(rulesOf("dit-journal.csv")).contains("FIL-028");
    assertThat(HUB.awaitAcknowledgement("achats_dit.csv").value("Flux"))
        .isEqualTo("suppliers.invoices");
    HUB.awaitAcknowledgement("dit-avoirs.csv");
    HUB.awaitAcknowledgement("dit-deux.csv");
    HUB.awaitAcknowledgement("dit avoirs clients.csv");
    assertThat(rulesOf("dit avoirs clients.csv")).contains("INV-047").doesNotContain("FIL-030");
    assertThat(
            db.sql(
                    "SELECT invoice_no || ' ' || direction || ' ' || kind FROM invoice"
                        + " WHERE invoice_no IN ('DI-3', 'DI-4', 'DI-5', 'DI-6', 'DI-7') ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly(
            "DI-3 PURCHASE INVOICE",
            "DI-4 PURCHASE INVOICE",
            "DI-5 SALE CREDIT_NOTE",
            "DI-6 SALE INVOICE");
  }

  /** The titles are gone from « À corriger »: its own header says what they said. */
  @Test
  void correctedRowsAreStillWhatTheTitleSaid() throws IOException {
    HUB.drop(
        "dit-k1.csv", "LISTE DES AVOIRS\r\n\r\n" + HEADER + row("DI-20").replace(";1;", ";un;"));
    HUB.drop(
        "dit-k2.csv", "JOURNAL DES ACHATS\r\n\r\n" + HEADER + row("DI-21").replace(";1;", ";un;"));
    for (String name : List.of("dit-k1", "dit-k2")) {
      Acknowledgement answer = HUB.awaitAcknowledgement(name + ".csv");
      answer.correction().getRow(1).getCell(4).setCellValue("2");
      HUB.drop(name + ".xlsx", answer.bytes());
      HUB.awaitAcknowledgement(name + ".xlsx");
    }
    assertThat(
            db.sql(
                    "SELECT invoice_no || ' ' || direction || ' ' || kind FROM invoice"
                        + " WHERE invoice_no IN ('DI-20', 'DI-21') ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("DI-20 SALE CREDIT_NOTE", "DI-21 PURCHASE INVOICE");
  }

  /** Sales and returns may stand below them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SARL MANCHENGO - AVOIRS JUIN 2026",
        "Journal des retours clients",
        "AV JUIN",
        "AVOIRS / RETOURS",
        "Bordereau d'avoirs",
        "Etat factures avoirs",
        "Journal des ventes (avoirs)"
      })
  void whatPerhapsHoldsCreditNotesIsAskedAbout(String title) {
    String name = "dit-peut-etre-" + Integer.toUnsignedString(title.hashCode()) + ".csv";
    HUB.drop(name, title + "\r\n\r\n" + HEADER + row("DI-P" + title.length()));
    assertThat(HUB.awaitAcknowledgement(name).status()).isEqualTo("REJECTED");
    assertThat(rulesOf(name)).contains("INV-047");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Etablissement AVOIR ET FILS",
        "Client : SARL Avoir Plus",
        "Note : avoir reçu le règlement",
        "Etat des avoirs et ventes par client",
        "Factures & avoirs",
        "Factures+avoirs octobre",
        "Etat des avoirs / factures",
        "Etat des factures hors avoirs",
        "SARL ACHATS & SERVICES",
        "Dossier : COMPTOIR DES ACHATS SARL",
        "Ets KDA Distribution",
        "Factures clients (hors proforma)",
        "CA en milliers : voir annexe",
      })
  void aNameIsNoStatement(String title) {
    String name = "dit-nom-" + Integer.toUnsignedString(title.hashCode()) + ".csv";
    HUB.drop(
        name,
        title + "\r\n\r\n" + HEADER + row("DN-" + Integer.toUnsignedString(title.hashCode())));
    assertThat(HUB.awaitAcknowledgement(name).figure("Total HT comptabilisé (DA)"))
        .isEqualTo(100.0);
    assertThat(rulesOf(name)).doesNotContain("FIL-028", "FIL-030");
  }

  @Test
  void numbersOfDeliveriesAndChequesCountNothing() {
    HUB.drop(
        "dit-numeros.csv",
        HEADER.replace("\r\n", ";N° remise chèque;Code transport\r\n")
            + row("DI-40").replace("\r\n", ";4512;12\r\n"));
    assertThat(HUB.awaitAcknowledgement("dit-numeros.csv").status()).isEqualTo("POSTED");
  }

  /** Read without tax, « Prix » would make each invoice 19 % too large. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "JOURNAL DES VENTES - prix TTC",
        "Tarifs toutes taxes comprises",
        "Montants en TTC"
      })
  void aTitleOfPricesWithTaxAboveAMutePriceIsAskedAbout(String title) {
    String name = "dit-ttc-" + Integer.toUnsignedString(title.hashCode());
    String no = "DT-" + Integer.toUnsignedString(title.hashCode());
    String mute = title + "\r\n\r\n" + HEADER.replace("Prix unitaire HT", "Prix") + row(no);
    HUB.drop(name + ".csv", mute);
    assertThat(HUB.awaitAcknowledgement(name + ".csv").sentence()).contains("« Prix TTC »");
    assertThat(rulesOf(name + ".csv")).containsExactly("FIL-049");

    HUB.drop(name + "-2.csv", mute.replace(";Prix;", ";Prix TTC;"));
    assertThat(HUB.awaitAcknowledgement(name + "-2.csv").figure("Total TTC comptabilisé (DA)"))
        .isEqualTo(100.0);
  }

  @Test
  void whatStandsBelowAnotherTitleIsNotReadAsBefore() {
    HUB.drop(
        "dit-bas.csv",
        HEADER + row("DI-41") + "Total;;;;100,00;;\r\n\r\nAVOIRS;;;;;;\r\n" + row("DI-42"));
    HUB.awaitAcknowledgement("dit-bas.csv");
    assertThat(rulesOf("dit-bas.csv")).contains("FIL-029");
  }

  @Test
  void aSecondCustomerBelowIsNotPassedOver() {
    String header = "N° facture;Date;Désignation;Quantité;Prix unitaire HT;Taux TVA\r\n";
    HUB.drop(
        "dit-clients.csv",
        "Client : SARL Un\r\n\r\n"
            + header
            + "DI-30;25/03/2026;Lait;1;100,00;19\r\nTotal SARL Un;;;;100,00;\r\n\r\nClient : SARL Bis;;;;;\r\n"
            + "DI-31;25/03/2026;Lait;1;100,00;19\r\n");
    HUB.awaitAcknowledgement("dit-clients.csv");
    assertThat(rulesOf("dit-clients.csv")).contains("FIL-029");
  }

  @Test
  void aTitleOfPurchasesOverCustomersIsDoubt() {
    HUB.drop(
        "dit-contraire.csv",
        "FACTURE D'ACHAT\r\n\r\n" + HEADER.replace("Raison sociale", "Client") + row("DI-7"));
    HUB.awaitAcknowledgement("dit-contraire.csv");
    assertThat(rulesOf("dit-contraire.csv")).containsExactly("FIL-032");
  }

  @Test
  void aSecondTableIsNotReadByTheHeadersOfTheFirst() {
    HUB.drop(
        "dit-tables.csv",
        HEADER + row("DI-8") + HEADER.replace("Raison sociale", "Fournisseur") + row("DI-9"));
    HUB.awaitAcknowledgement("dit-tables.csv");
    assertThat(rulesOf("dit-tables.csv")).containsExactly("FIL-029");
  }

  @Test
  void whatWouldCountIsNotPassedOver() {
    String discounts = HEADER.replace("\r\n", ";Remise 2 %;Frais de transport\r\n");
    HUB.drop("dit-remise.csv", discounts + row("DI-10").replace("\r\n", ";10;\r\n"));
    HUB.drop("dit-vide.csv", discounts + row("DI-11").replace("\r\n", ";0;TransExpress\r\n"));
    HUB.drop("dit-eur.csv", HEADER.replace("HT;", "HT (€);") + row("DI-12"));

    HUB.awaitAcknowledgement("dit-remise.csv");
    assertThat(rulesOf("dit-remise.csv")).containsExactly("FIL-031");
    assertThat(HUB.awaitAcknowledgement("dit-vide.csv").status()).isEqualTo("POSTED");
    HUB.awaitAcknowledgement("dit-eur.csv");
    assertThat(rulesOf("dit-eur.csv")).containsExactly("FMT-015");
  }

  @Test
  void ofSeveralQuantitiesTheInvoicedOneCounts() {
    HUB.drop(
        "dit-qte.csv",
        HEADER.replace("Quantité;", "Qté commandée;Qté livrée;")
            + row("DI-13").replace(";1;", ";12;10;"));
    assertThat(HUB.awaitAcknowledgement("dit-qte.csv").figure("Total HT comptabilisé (DA)"))
        .isEqualTo(1000.0);
  }

  @Test
  void aLineOfStampDutyIsTheStamp() {
    HUB.drop(
        "dit-timbre.csv",
        HEADER.replace("\r\n", ";Mode de paiement\r\n")
            + row("DI-15").replace("\r\n", ";Espèces\r\n").replace(";100,00;", ";10000,00;")
            + "DI-15;25/03/2026;SARL Dit;Droit de timbre;1;119,00;0;Espèces\r\n");
    assertThat(HUB.awaitAcknowledgement("dit-timbre.csv").figure("Total HT comptabilisé (DA)"))
        .isEqualTo(10000.0);
    assertThat(rulesOf("dit-timbre.csv")).contains("INV-045");
    assertThat(amount("SELECT decl_stamp FROM invoice WHERE invoice_no = 'DI-15'"))
        .isEqualByComparingTo("119");
  }

  @Test
  void commentsAndSeveralDeliveriesRefuseNothing() {
    HUB.drop(
        "dit-bl.csv",
        HEADER.replace("\r\n", ";N° BL\r\n")
            + row("DI-14").replace("\r\n", ";BL-1\r\n")
            + "DI-14;25/03/2026;SARL Dit;*** Livraison d'Oran ***;;;;BL-1\r\n"
            + "DI-14;25/03/2026;SARL Dit;Commentaire : quai 3;0;0,00;0;BL-1\r\n"
            + row("DI-14").replace("Lait", "Beurre doux").replace("\r\n", ";BL-2\r\n"));
    assertThat(HUB.awaitAcknowledgement("dit-bl.csv").status()).isEqualTo("POSTED");
    assertThat(rulesOf("dit-bl.csv")).contains("FIL-034");
    assertThat(
            db.sql("SELECT delivery_no FROM invoice WHERE invoice_no = 'DI-14'")
                .query(String.class)
                .single())
        .isEqualTo("BL-1, BL-2");
  }

  @Test
  void anInvoiceOfSeveralOrdersIsCountedAgainstNoneAndThatIsTold() {
    HUB.drop(
        "dit-bc.csv",
        HEADER.replace("\r\n", ";N° BC\r\n")
            + row("DI-31").replace("\r\n", ";BC-1\r\n")
            + row("DI-31").replace("Lait", "Beurre doux").replace("\r\n", ";BC-2\r\n")
            + row("DI-32").replace("\r\n", ";BC-3\r\n"));
    assertThat(HUB.awaitAcknowledgement("dit-bc.csv").status()).isEqualTo("POSTED");
    assertThat(rulesOf("dit-bc.csv")).containsOnlyOnce("INV-046");
  }

  @Test
  void nearlyTheSameNumberOfASaleIsTold() {
    HUB.drop("dit-zero-1.csv", HEADER + row("0315"));
    HUB.awaitAcknowledgement("dit-zero-1.csv");
    HUB.drop("dit-zero-2.csv", HEADER + row("315"));
    HUB.awaitAcknowledgement("dit-zero-2.csv");
    assertThat(rulesOf("dit-zero-2.csv")).contains("INV-043");
    HUB.drop("dit-zero-3.csv", HEADER + row("5"));
    HUB.awaitAcknowledgement("dit-zero-3.csv");
    assertThat(rulesOf("dit-zero-3.csv")).doesNotContain("INV-043");
  }
}
