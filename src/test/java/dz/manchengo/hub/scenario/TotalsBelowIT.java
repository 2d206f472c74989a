package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands below a list of invoices costs none of them, and is none of them. */
class TotalsBelowIT extends InProcessHub {
  private static final String LINES =
      """
      N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Montant HT
      %1$s-1;05/03/2026;Amel Sous Total;Gouda TB;10;100,00;19;1000,00
      %1$s-2;06/03/2026;Nour Sous Total;Edam TB;20;50,00;9;1000,00
      ;;;Brie TB;5;100,00;19;500,00
      """;

  private static final String JOURNAL =
      """
      N° facture;Date;Client;Montant HT;TVA;Total TTC
      %1$s-1;05/03/2026;Amel Sous Total;1000,00;190,00;1190,00
      %1$s-2;06/03/2026;Nour Sous Total;2000,00;180,00;2180,00
      """;

  /** The label beside the figure, wherever both stand. */
  @Test
  void aBlockOfVatIsComparedWithTheVatOfTheLines() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "bloc-tva.csv",
            LINES.formatted("BT")
                + """
                ;;;Total HT;;;;2500,00
                ;;;TVA 19 %;;;;285,00
                ;;;Dont TVA 9%;;;;90,00
                ;;;;;;T.V.A.;376,00
                Total TTC;;;;;;;2875,00
                Net à payer;;;;;;;2875,00
                """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoicesOf("bloc-tva.csv")).containsExactly("BT-1", "BT-2");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'BT-2'"))
        .isEqualByComparingTo("1500");
    assertThat(sentencesOf("FIL-020", answer))
        .containsExactly(
            "Total de contrôle ligne 8 (« T.V.A. »), « T.V.A. » : le fichier annonce 376, ses lignes"
                + " donnent 375 (écart 1)");
  }

  @Test
  void abbreviatedTotalsAndTheFeetOfPagesAreNoInvoices() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "pieds.csv",
            JOURNAL.formatted("PI")
                + """
                S/Total;;;3000,00;370,00;3370,00
                Page 1/2;;;;;Édité le 12/03/2026
                PI-3;07/03/2026;Amel Sous Total;100,00;19,00;119,00
                TVA 19 %;;;;209,00;
                Tot. gén.;;;3100,00;389,00;3489,00
                Total TVA;;;389,00;;
                Net à payer;;;3489,00;;
                ;12/03/2026;Imprimé par Karim;;;
                Page;2;de;2;;
                """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoicesOf("pieds.csv")).containsExactly("PI-1", "PI-2", "PI-3");
    assertThat(rulesOf("pieds.csv")).contains("FIL-012").doesNotContain("FIL-020");
    assertThat(sentencesOf("FIL-012", answer))
        .contains("Ligne 5 (« Page 1/2 ») non lue : c'est le bord d'une page imprimée");
  }

  @Test
  void whatEachCustomerComesToIsPassedOverAndCompared() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "rappel-clients.csv",
            LINES.formatted("RC")
                + """
                ;;Nour Sous Total;;;;;1500,00
                ;;;Amel Sous Total;;;;1001,00
                """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoicesOf("rappel-clients.csv")).containsExactly("RC-1", "RC-2");
    assertThat(sentencesOf("FIL-012", answer))
        .contains("Ligne 5 (« Nour Sous Total ») non lue : elle rappelle ce que fait un client");
    assertThat(sentencesOf("FIL-020", answer))
        .containsExactly(
            "Total de contrôle ligne 6 (« Amel Sous Total »), « Montant HT » : le fichier annonce"
                + " 1 001, ses lignes donnent 1 000 (écart 1)");
  }

  @Test
  void inAJournalTheSumsProveIt() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "rappel-journal.csv",
            JOURNAL.formatted("RJ")
                + """
                ;;Nour Sous Total;2000,00;180,00;2180,00
                ;;Amel Sous Total;;;1190,00
                """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoicesOf("rappel-journal.csv")).containsExactly("RJ-1", "RJ-2");

    Acknowledgement other =
        dropInvoices(
            "rappel-autre.csv",
            JOURNAL.formatted("RK") + ";;Amel Sous Total;500,00;95,00;595,00\n");

    assertThat(other.status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("rappel-autre.csv")).contains("INV-001");
    assertThat(invoicesOf("rappel-autre.csv")).containsExactly("RK-1", "RK-2");
  }

  @Test
  void aSmallTableOfCustomersIsASummary() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "table-clients.csv",
            JOURNAL.formatted("TC")
                + """

                Ventes par client;;;;;
                Client;Montant;;;;
                Amel Sous Total;1190,00;;;;
                Nour Sous Total;2180,00;;;;
                """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoicesOf("table-clients.csv")).containsExactly("TC-1", "TC-2");
  }

  private static List<String> sentencesOf(String rule, Acknowledgement answer) {
    return answer.cells("Constats").stream()
        .filter(row -> row.contains(rule))
        .map(row -> row.get(row.size() - 1).replace('\u00a0', ' '))
        .toList();
  }
}
