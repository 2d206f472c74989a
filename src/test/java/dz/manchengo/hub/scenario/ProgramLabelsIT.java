package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns and taxes under the names that accounting programs give them. */
class ProgramLabelsIT extends InProcessHub {
  @Test
  void aTaxOfOdooIsReadByItsOnePercentage() throws IOException {
    String header =
        "Numéro;Partenaire;Date de facturation;Lignes de facture/Article;Lignes de facture/Libellé;"
            + "Lignes de facture/Quantité;Lignes de facture/Prix unitaire;Lignes de facture/Taxes;"
            + "Lignes de facture/Sous-total\n";
    String row = "PL/2026/%s;Hôtel PL;2026-11-12;[PL-1] Crème PL;Crème PL;10;100;%s;1000\n";
    Acknowledgement answer =
        dropAnywhere(
            "labels-odoo.csv",
            header
                + row.formatted("01", "19% B Prod.")
                + row.formatted("02", "TVA (vente) 19,0%")
                + row.formatted("03", "9% B")
                + row.formatted("04", "TVA 0% (vente)")
                + row.formatted("05", "19% B, Timbre")
                + row.formatted("06", "TAP 2%"));

    assertThat(answer.value("Flux")).isEqualTo("odoo-lignes.invoices");
    assertThat(ratesOf("labels-odoo.csv"))
        .containsExactly("PL/2026/01 19", "PL/2026/02 19", "PL/2026/03 9", "PL/2026/04 0");
    assertThat(rulesOf("labels-odoo.csv")).contains("FMT-037").doesNotContain("FMT-002");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("« 19% B, Timbre » (Lignes de facture/Taxes) : quel taux de TVA ?");
  }

  @Test
  void theCodeOfAnArticleMayStandInAColumnOfItsOwn() throws IOException {
    String header =
        "Numéro;Date de facturation;Partenaire/Nom;Lignes de facture/Article/Référence interne;"
            + "Lignes de facture/Article;Lignes de facture/Libellé;Lignes de facture/Quantité;"
            + "Lignes de facture/Prix unitaire;Lignes de facture/Taxes\n";
    Acknowledgement answer =
        dropAnywhere(
            "labels-interne.csv",
            header + "PLI/2026/01;2026-11-12;Hôtel PL;PL-I1;[PL-I1] Crème PL;Crème;2;100;19%\n");

    assertThat(answer.value("Flux")).isEqualTo("odoo-lignes.invoices");
    assertThat(
            db.sql(
                    "SELECT p.product_code FROM invoice_line l JOIN invoice i USING (invoice_id)"
                        + " JOIN product p USING (product_id) WHERE i.invoice_no = 'PLI/2026/01'")
                .query(String.class)
                .list())
        .containsExactly("PL-I1");
  }

  @Test
  void theNameBehindAnArticlesCodeIsKept() throws IOException {
    String header =
        "Numéro;Date de facturation;Partenaire/Nom;Lignes de facture/Produit;"
            + "Lignes de facture/Quantité;Lignes de facture/Prix unitaire;Lignes de facture/Taxes\n";
    dropAnywhere(
        "labels-crochets.csv",
        header + "PLN/2026/01;2026-11-12;Hôtel PL;[PL-N1] Crème nommée PL;2;100;19%\n");

    assertThat(
            db.sql(
                    "SELECT p.product_code || ' ' || p.name || ' ' || l.description"
                        + " FROM invoice_line l JOIN invoice i USING (invoice_id)"
                        + " JOIN product p USING (product_id) WHERE i.invoice_no = 'PLN/2026/01'")
                .query(String.class)
                .list())
        .containsExactly("PL-N1 Crème nommée PL Crème nommée PL");
  }

  @Test
  void signedTotalsOfOdoosListAreItsTotals() throws IOException {
    Acknowledgement answer =
        dropAnywhere(
            "labels-signe.csv",
            """
            Numéro;Partenaire;Date de facturation;Montant hors taxes signé;Taxe;Total signé;État
            PLS/01;Hôtel PL;2026-11-12;100,00;19,00;119,00;Comptabilisé
            PLS/02;Hôtel PL;2026-11-12;-50,00;-9,50;-59,50;Comptabilisé
            """);

    assertThat(answer.value("Flux")).isEqualTo("odoo.invoices");
    assertThat(
            db.sql(
                    "SELECT invoice_no || ' ' || kind || ' ' || comp_ht FROM invoice WHERE invoice_no LIKE 'PLS/%' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("PLS/01 INVOICE 100.00", "PLS/02 CREDIT_NOTE 50.00");
  }

  @Test
  void taxesByTheirNamesAreRatesInAnyFile() throws IOException {
    dropInvoices(
        "labels-taxes.csv",
        """
        N° facture;Date;Client;Désignation;Qté;PU HT;Taxes
        PL-T1;12/11/2026;Hôtel PL;Beurre PL;10;100;19% B Prod.
        PL-T2;12/11/2026;Hôtel PL;Beurre PL;10;100;TVA (vente) 9,0%
        """);

    assertThat(ratesOf("labels-taxes.csv")).containsExactly("PL-T1 19", "PL-T2 9");
  }

  /** The article's name stands in where a line has no text of its own; type 4 is a proforma. */
  @Test
  void linesOfDolibarrAreReadUnderItsOwnNames() throws IOException {
    String header =
        "\"Réf. facture\",\"Type\",\"Date facturation\",\"État facture\",\"Raison sociale\","
            + "\"Description de ligne\",\"Prix unitaire de la ligne\",\"Taux de TVA de la ligne\","
            + "\"Quantité pour la ligne\",\"Montant HT de la ligne\",\"Montant TTC de la ligne\","
            + "\"Réf. produit\",\"Libellé produit\"\n";
    String row =
        "\"%s\",\"%s\",\"2026-11-12\",\"%s\",\"Hôtel PL\",\"%s\",\"%s.00000000\",\"19.0000\","
            + "\"1.125\",\"%s\",\"%s\",\"PL-D1\",\"Meule PL\"\n";
    Acknowledgement answer =
        dropAnywhere(
            "labels-dolibarr.csv",
            header
                + row.formatted("PL-D1", "0", "1", "", "100", "112.50000000", "133.88000000")
                + row.formatted("PL-D2", "0", "2", "Demi", "100", "112.50000000", "133.88000000")
                + row.formatted("AV-PL3", "2", "1", "", "-100", "-112.50000000", "-133.88000000")
                + row.formatted("PL-D4", "4", "1", "", "100", "112.50000000", "133.88000000")
                + row.formatted("PL-D5", "0", "0", "", "100", "112.50000000", "133.88000000"));

    assertThat(answer.value("Flux")).isEqualTo("dolibarr-lignes.invoices");
    assertThat(linesOf("labels-dolibarr.csv"))
        .containsExactly(
            "AV-PL3 CREDIT_NOTE VALIDATED Meule PL 112.50",
            "PL-D1 INVOICE VALIDATED Meule PL 112.50",
            "PL-D2 INVOICE PAID Demi 112.50");
    assertThat(rulesOf("labels-dolibarr.csv")).contains("FMT-014", "INV-047");
  }

  /** Its list of invoices has the same codes as its lines. */
  @Test
  void codesOfDolibarrAreReadInItsListOfInvoicesToo() throws IOException {
    Acknowledgement answer =
        dropAnywhere(
            "labels-dolibarr-liste.csv",
            """
            "Réf. facture","Type","Date facturation","Tiers","Montant HT","Montant TVA","Montant TTC","État"
            "PL-L1","0","2026-11-13","Hôtel PL","100.00","19.00","119.00","1"
            "AV-PL-L2","2","2026-11-13","Hôtel PL","-50.00","-9.50","-59.50","2"
            "(PROV12)","0","2026-11-13","Hôtel PL","70.00","13.30","83.30","0"
            """);

    assertThat(answer.value("Flux")).isEqualTo("dolibarr.invoices");
    assertThat(invoicesOf("labels-dolibarr-liste.csv"))
        .containsExactlyInAnyOrder("PL-L1", "AV-PL-L2");
    assertThat(rulesOf("labels-dolibarr-liste.csv")).contains("INV-047");
  }

  @Test
  void fieldsOfSageAreReadUnderTheNamesOfItsGrid() throws IOException {
    dropInvoices(
        "labels-sage-rate.csv",
        """
        N° pièce;Date;Code tiers;Intitulé tiers;Désignation;Quantité;P.U. HT;Montant HT;Taux taxe 1
        PL-S1;12/11/2026;C-PL;Frères PL;Yaourt PL;10;23,00;230,00;19,00
        """);
    dropInvoices(
        "labels-sage-discount.csv",
        """
        N° pièce;Date document;N° tiers;Intitulé tiers;Référence article;Désignation ligne;Quantité;Prix unitaire;Remise 1;Montant HT Net;Taxe1;Montant TTC Net
        PL-S2;12/11/2026;C-PL;Frères PL;PL-1;Fromage PL;10,00;100,00;10,00;900,00;19,00;1071,00
        """);

    assertThat(linesOf("labels-sage-rate.csv"))
        .containsExactly("PL-S1 INVOICE VALIDATED Yaourt PL 230.00");
    assertThat(linesOf("labels-sage-discount.csv"))
        .containsExactly("PL-S2 INVOICE VALIDATED Fromage PL 900.00");
    assertThat(ratesOf("labels-sage-discount.csv")).containsExactly("PL-S2 19");
  }

  /** Sage takes the second discount of what the first one leaves; that nobody here knows. */
  @Test
  void aSecondDiscountIsAskedAbout() throws IOException {
    String header = "N° pièce;Date;Intitulé tiers;Désignation;Quantité;P.U. HT;Remise 1;Remise 2;";
    String row = "12/11/2026;Frères PL;Fromage PL;10;100,00;10,00 %;5,00 %;";
    dropInvoices("labels-second.csv", header + "Taxe 1\nPL-R1;" + row + "19\n");
    dropInvoices(
        "labels-second-amount.csv", header + "Montant HT;Taxe 1\nPL-R2;" + row + "855,00;19\n");

    assertThat(rulesOf("labels-second.csv")).contains("FIL-031");
    assertThat(rulesOf("labels-second-amount.csv")).contains("INV-013");
    assertThat(invoicesOf("labels-second-amount.csv")).isEmpty();
  }

  private static Acknowledgement dropAnywhere(String name, String text) throws IOException {
    HUB.drop("", name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement("", name);
  }

  private List<String> ratesOf(String name) {
    return linesOf("concat_ws(' ', invoice_no, trim_scale(vat_rate))", name);
  }

  private List<String> linesOf(String name) {
    return linesOf("concat_ws(' ', invoice_no, kind, i.status, description, line_ht)", name);
  }

  private List<String> linesOf(String shown, String name) {
    return db.sql(
            "SELECT "
                + shown
                + " FROM invoice i JOIN invoice_line USING (invoice_id)"
                + " JOIN submission s ON s.id = i.submission_id"
                + " WHERE original_name = :name ORDER BY 1")
        .param("name", name)
        .query(String.class)
        .list();
  }
}
