package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In which month the G50 has what, and what of it is deducted (decision 0059). */
class VatMonthsIT extends ReportColumnsScenario {
  /**
   * Cash is seen by payments too, and what was never deducted is not taken back by a credit note.
   */
  @Test
  void whatWasNotDeductedIsNotTakenBackEither() throws IOException {
    take(
        "invoices",
        "rce-achats.csv",
        """
        N° facture;Date facture;Type;Facture d'origine;Code fournisseur;Fournisseur;NIF fournisseur;Désignation;Qté;P.U. HT;TVA %;Mode de paiement
        RCE-A1;05/11/2018;Facture;;RCE-F1;Inox RCE;000318009876541;Cuve RCE;1;1100000;19;
        RCE-A2;06/11/2018;Facture;;RCE-F1;Inox RCE;000318009876541;Presse RCE;1;1000000;19;Espèces
        RCE-V2;20/11/2018;Avoir;RCE-A2;RCE-F1;Inox RCE;000318009876541;Presse RCE;1;100000;19;
        RCE-A3;07/11/2018;Facture;;RCE-F2;Ferme RCE;;Lait RCE;1;1000;19;
        RCE-V3;21/11/2018;Avoir;;RCE-F2;Ferme RCE;;Lait RCE;1;100;19;
        RCE-A4;08/11/2018;Facture;;RCE-F1;Inox RCE;000318009876541;Joints RCE;1;1000;19;Virement
        RCE-V4;22/11/2018;Avoir;RCE-A4;RCE-F1;Inox RCE;000318009876541;Joints RCE;1;100;19;
        """);
    take(
        "payments",
        "rce-reglements.csv",
        """
        N° facture;Fournisseur;Date règlement;Montant;Mode de paiement;Référence
        RCE-A1;Inox RCE;09/11/2018;609000;Espèces;RCE-1
        RCE-A1;Inox RCE;10/11/2018;700000;Espèces;RCE-2
        """);
    try (ReportWorkbook book = report("report-vat-journal", "2018-12-02", "journal-tva-2018-11")) {
      book.recalculated();
      List<Map<String, String>> purchases = book.table("Achats");
      assertThat(row(purchases, "N°", "RCE-A1"))
          .containsEntry("Motif", "Espèces au-delà du plafond");
      assertThat(row(purchases, "N°", "RCE-V2")).containsEntry("TVA déductible", "0");
      assertThat(row(purchases, "N°", "RCE-V3")).containsEntry("TVA déductible", "0");
      assertThat(row(purchases, "N°", "RCE-V4")).containsEntry("TVA déductible", "-19");
      assertThat(book.figures("Récapitulatif G50"))
          .containsEntry("E3B92 TVA déductible sur achats", "171");
    }
  }

  /** Its month was declared and paid: it belongs to the one that is open when it comes. */
  @Test
  void whatComesAfterItsMonthWasDeclaredBelongsToTheOpenOne() throws IOException {
    copied("report-vat-journal", "report-vat-late", "lateSince: \"\"", "lateSince: \"2018-01-01\"");
    String shipped =
        "monthsBack: 1, cashLimit: 1000000, firstMonth: \"2015-01-01\", credit: 0, lateSince: \"\"";
    copied(
        "report-vat-journal",
        "report-vat-open",
        shipped,
        shipped
            .replace("monthsBack: 1", "monthsBack: " + open())
            .replace("lateSince: \"\"", "lateSince: \"2018-01-01\""));
    take(
        "invoices",
        "rcl-ventes.csv",
        SALES
            + "RCL/2018/0001;12/09/2018;Facture;RCL-C1;Client RCL;RCL-P;Tome RCL;10;100;;19;Virement;\n");
    take(
        "invoices",
        "rcl-achats.csv",
        PURCHASES
            + "RCL-A1;13/09/2018;RCL-F1;Inox RCL;000318009876549;RCL-L;Joints RCL;10;100;19\n");

    String bought =
        "RCL-A2;14/09/2018;RCL-F1;Inox RCL;000318009876549;RCL-L;Joints RCL;10;300;19;%s%n";
    String header = PURCHASES.strip() + ";Statut\n";
    take("invoices", "rcl-annulable.csv", header + bought.formatted("Validée"));
    take("invoices", "rcl-annulee.csv", header + bought.formatted("Annulée"));

    try (ReportWorkbook book = report("report-vat-late", "2018-10-05", "journal-tva-2018-09")) {
      book.recalculated();
      assertThat(book.table("Ventes")).noneMatch(row -> "RCL/2018/0001".equals(row.get("N°")));
      assertThat(book.table("Achats")).noneMatch(row -> "RCL-A1".equals(row.get("N°")));
    }
    String month = LocalDate.parse(today()).minusMonths(open()).toString().substring(0, 7);
    try (ReportWorkbook book = report("report-vat-open", today(), "journal-tva-" + month)) {
      book.recalculated();
      assertThat(row(book.table("Ventes"), "N°", "RCL/2018/0001"))
          .containsEntry("Remarque", "arrivée après la déclaration de 2018-09");
      assertThat(row(book.table("Achats"), "N°", "RCL-A1")).containsEntry("TVA déductible", "190");
    }
  }

  /** An upgrade may bring a parameter that nobody's own file has. */
  @Test
  void aReportThatSomebodySetHisWayHasTheOtherParametersAsShipped() throws IOException {
    Path own = HUB.home().resolve("batch-jobs/report-vat-journal/job.yaml");
    Files.createDirectories(own.getParent());
    String shipped = Files.readString(Path.of("batch-jobs/report-vat-journal/job.yaml"));
    Files.writeString(
        own, shipped.replaceFirst("parameters: .*", "parameters: {firstMonth: \"2018-12-01\"}"));
    try (ReportWorkbook book = report("report-vat-journal", "2019-01-05", "journal-tva-2018-12")) {
      assertThat(book.figures("Récapitulatif G50"))
          .containsEntry("E3B91 Précompte des mois précédents", "0");
    } finally {
      Files.delete(own);
    }
  }

  /** Until the 20th the month before is open. */
  private static int open() {
    return LocalDate.parse(today()).getDayOfMonth() > 20 ? 0 : 1;
  }
}
