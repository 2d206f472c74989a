package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;

/** Payments from the drop folder to the table, and what becomes of their invoices. */
class PaymentsIT extends InProcessHub {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String PAYMENTS =
      "N° facture;Date règlement;Montant;Mode de règlement;Référence";
  private static final String SALES =
      "N° facture;Date facture;Code client;Client;Code article;Désignation;Qté;P.U. HT;TVA %;État";
  private static final String PURCHASES =
      SALES.replace("client", "fournisseur").replace("Client", "Fournisseur");

  @Test
  void paymentsMoveTheirInvoiceAndCountOnce() throws IOException {
    sell("reg-ventes.csv", "REG-1", "10000,00", "");
    assertThat(pay("reg-1.csv", "REG-1;20/10/2026;5 000,00;Chèque;17").status())
        .isEqualTo("POSTED");
    assertThat(status("REG-1")).isEqualTo("PARTIALLY_PAID");

    Acknowledgement answer =
        pay(
            "reg-2.csv",
            "REG-1;20/10/2026;5 000,00;Chèque;17",
            "REG-1;25/10/2026;6 900,00;Virement;V-1",
            "REG-1;25/10/2026;6 900,00;Virement;V 1",
            "REG-9;25/10/2026;100,00;Virement;V-2",
            "REG-1;25/10/2026;-5,00;Virement;V-3");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(answer.count("Documents créés")).isEqualTo(1);
    assertThat(answer.count("Documents inchangés")).isEqualTo(2);
    assertThat(answer.figure("Total TTC comptabilisé (DA)")).isEqualTo(6900.00);
    assertThat(findings("reg-2.csv"))
        .containsExactlyInAnyOrder(
            "2 PAY-003 Montant", "4 PAY-007 Montant", "5 PAY-001 N° facture", "6 PAY-004 Montant");
    assertThat(status("REG-1")).isEqualTo("PAID");
    assertThat(paid("REG-1")).isEqualTo("11900.00");

    sell("reg-ventes-9.csv", "REG-9", "10000,00", "");
    Row row = answer.correction().getRow(2);
    assertThat(row.getCell(2).toString()).isNotEmpty();
    row.getCell(2).setCellValue("45,00");
    HUB.drop("payments", "reg-2-corrige.xlsx", answer.bytes());
    assertThat(HUB.awaitAcknowledgement("payments", "reg-2-corrige.xlsx").status())
        .isEqualTo("POSTED");
    assertThat(paid("REG-9")).isEqualTo("100.00");
    assertThat(findings("reg-2-corrige.xlsx")).containsExactly("3 PAY-002 Montant");

    assertThat(pay("reg-1-encore.csv", "REG-1;20/10/2026;5 000,00;Chèque;17").status())
        .isEqualTo("DUPLICATE");
  }

  @Test
  void aCancelledInvoiceIsNotPaidAndAPaidOneNotCancelled() {
    sell("ann-0.csv", "ANN-1", "1000,00", "validée");
    sell("ann-1.csv", "ANN-1", "1000,00", "annulée");
    assertThat(status("ANN-1")).isEqualTo("CANCELLED");
    assertThat(pay("ann-reg.csv", "ANN-1;20/10/2026;10,00;Virement;A-1").status())
        .isEqualTo("REJECTED");
    assertThat(findings("ann-reg.csv")).containsExactly("2 INV-033 N° facture");

    sell("ann-2.csv", "ANN-2", "1000,00", "validée");
    pay("ann-reg-2.csv", "ANN-2;20/10/2026;10,00;Virement;A-1");
    Acknowledgement answer = sell("ann-3.csv", "ANN-2", "1000,00", "annulée");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("ann-3.csv")).contains("INV-033");
    assertThat(status("ANN-2")).isEqualTo("PARTIALLY_PAID");
  }

  /** « N° pièce » beside « N° facture » is the payment's: two of one day and amount are two. */
  @Test
  void thePieceBesideTheInvoiceIsThePayments() {
    sell("piece-0.csv", "PIE-1", "1000,00", "validée");
    Acknowledgement answer =
        drop(
            "piece.csv",
            "N° pièce;Date;Client;N° facture;Montant;Mode",
            "P-1;20/10/2026;;PIE-1;100,00;Virement",
            "P-2;20/10/2026;;PIE-1;100,00;Virement");

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.cells("Résumé").toString()).contains("référence du règlement");
    assertThat(
            db.sql("SELECT reference FROM payment WHERE reference IN ('P-1', 'P-2') ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("P-1", "P-2");
  }

  @Test
  void aRevisionKeepsWhatWasPaid() {
    buy("achp-1.csv", "ACHP-1;15/10/2026;ACH-F;Sel du Chott;;Sel de Biskra;10;100,00;19;");
    drop(
        "ach-reg.csv",
        "Fournisseur;" + PAYMENTS,
        "Sel du Chott;ACHP-1;20/10/2026;1 190,00;Virement;7");
    assertThat(status("ACHP-1")).isEqualTo("PAID");

    buy("achp-2.csv", "ACHP-1;15/10/2026;ACH-F;Sel du Chott;;Sel de Biskra;20;100,00;19;");
    assertThat(status("ACHP-1")).isEqualTo("PARTIALLY_PAID");
    Acknowledgement again =
        drop(
            "ach-reg-2.csv",
            "Fournisseur;" + PAYMENTS,
            "Sel du Chott;ACHP-1;20/10/2026;1190;Virement;7",
            "Sel du Chott;ACHP-1;21/10/2026;1190;Virement;8");
    assertThat(again.count("Documents inchangés")).isEqualTo(1);
    assertThat(status("ACHP-1")).isEqualTo("PAID");
  }

  @Test
  void oneNumberOfTwoSuppliersIsToldApartOrRefused() {
    buy("dou-1.csv", "DOU-1;15/10/2026;DOU-A;Levures Djurdjura;;Levure;1;100,00;19;");
    buy("dou-2.csv", "DOU-1;16/10/2026;DOU-B;Cartons Hodna;;Cartons;1;200,00;19;");
    String header = "Fournisseur;" + PAYMENTS;
    drop(
        "dou-reg.csv",
        header,
        "Cartons Hodna;DOU-1;20/10/2026;238;Virement;1",
        ";DOU-1;20/10/2026;119;Virement;2");
    assertThat(findings("dou-reg.csv")).containsExactly("3 PAY-005 N° facture");
    drop(
        "dou-reg-2.csv",
        header + ";Code fournisseur",
        "Autre;DOU-1;20/10/2026;119;Virement;2;DOU-A",
        "Autre;ACH-9;20/10/2026;119;Virement;2;DOU-A");
    assertThat(findings("dou-reg-2.csv")).containsExactly("3 PAY-001 N° facture");
    assertThat(
            number("SELECT count(*) FROM invoice WHERE invoice_no = 'DOU-1' AND status = 'PAID'"))
        .isEqualTo(2);
  }

  @Test
  void cashBearsItsStamp() {
    sell("esp.csv", "ESP-1", "100000,00", "");
    Acknowledgement answer =
        drop(
            "esp-reg.csv",
            PAYMENTS + ";Timbre",
            "ESP-1;20/10/2026;30 000,00;Espèces;1;300",
            "ESP-1;21/10/2026;30 000,01;Espèces;2;302",
            "ESP-1;22/10/2026;59 000;Chèque;3;");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(findings("esp-reg.csv")).containsExactly("3 INV-021 Timbre");
    assertThat(
            db.sql("SELECT stamp::text FROM payment WHERE submission_id = :id ORDER BY paid_on")
                .param("id", idOf("esp-reg.csv"))
                .query(String.class)
                .list())
        .containsExactly("300.00", "452.00", "0.00");
    assertThat(status("ESP-1")).isEqualTo("PAID");
  }

  @Test
  void theSamplesArePaymentsOfTheInvoicesOfTheSamples() throws IOException {
    HUB.drop("", "ech-ventes.csv", sample("accounting.invoices/deux-factures.csv"));
    HUB.drop("", "ech-achats.csv", sample("suppliers.invoices/deux-achats.csv"));
    HUB.awaitAcknowledgement("", "ech-ventes.csv");
    HUB.awaitAcknowledgement("", "ech-achats.csv");
    HUB.drop("", "ech-reg-ventes.csv", sample("accounting.payments/reglements-clients.csv"));
    HUB.drop("", "ech-reg-achats.csv", sample("suppliers.payments/reglements-fournisseurs.csv"));

    Acknowledgement sales = HUB.awaitAcknowledgement("", "ech-reg-ventes.csv");
    assertThat(sales.value("Flux")).isEqualTo("accounting.payments");
    assertThat(sales.status()).isEqualTo("POSTED");
    Acknowledgement purchases = HUB.awaitAcknowledgement("", "ech-reg-achats.csv");
    assertThat(purchases.value("Flux")).isEqualTo("suppliers.payments");
    assertThat(purchases.status()).isEqualTo("POSTED");
    assertThat(List.of(status("FW-2026/0001"), status("FW-2026/0002"), status("A-978")))
        .containsExactly("PARTIALLY_PAID", "PAID", "PAID");
  }

  @Test
  void payingAnInvoiceOnHoldIsRemarked() {
    invoices(
        "hold-1.csv",
        PURCHASES + ";Total TTC",
        "HOLD-1;15/10/2026;HOL-F;Sel du Hodna;;Sel de Biskra;10;100,00;19;;2000,00");
    assertThat(status("HOLD-1")).isEqualTo("ON_HOLD");
    drop(
        "hold-reg.csv",
        "Fournisseur;" + PAYMENTS,
        "Sel du Hodna;HOLD-1;20/10/2026;1 190,00;Virement;7");
    assertThat(findings("hold-reg.csv")).containsExactly("2 PAY-008 N° facture");
    assertThat(
            db.sql("SELECT message FROM finding WHERE submission_id = :id")
                .param("id", idOf("hold-reg.csv"))
                .query(String.class)
                .single()
                .replace('\u00a0', ' '))
        .contains("HOLD-1", "en attente", "2 000,00", "1 190,00");
  }

  /** « Client » holds codes as often as names. */
  @Test
  void aCodeUnderClientIsTheInvoicesCustomer() {
    sell("code-1.csv", "COD-1", "1000,00", "");
    drop("code-reg.csv", "Client;" + PAYMENTS, "reg-c;COD-1;20/10/2026;100,00;Virement;C-1");
    assertThat(findings("code-reg.csv")).isEmpty();
    drop("code-reg2.csv", "Client;" + PAYMENTS, "REG-Z;COD-1;20/10/2026;200,00;Virement;C-2");
    assertThat(findings("code-reg2.csv")).containsExactly("2 PAY-006 Client");
  }

  @Test
  void aCancelledInvoiceCountsNothing() {
    sell("ann-tot-0.csv", "ANN-T", "1000,00", "validée");
    Acknowledgement answer = sell("ann-tot.csv", "ANN-T", "1000,00", "annulée");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isZero();
  }

  private static byte[] sample(String name) throws IOException {
    return Files.readString(SAMPLES.resolve(name), WINDOWS)
        .replace("FV-2026", "FW-2026")
        .replace("A-778", "A-978")
        .replace("2026/41", "2026/941")
        .getBytes(WINDOWS);
  }

  private static Acknowledgement sell(String name, String number, String price, String status) {
    String row = "%s;15/10/2026;REG-C;Amel REG;ART-R;Brie R;1;%s;19;%s";
    return invoices(name, SALES, row.formatted(number, price, status));
  }

  private static void buy(String name, String row) {
    assertThat(invoices(name, PURCHASES, row).status()).isEqualTo("POSTED");
  }

  private static Acknowledgement invoices(String name, String header, String row) {
    HUB.drop(name, header + "\n" + row + "\n");
    return HUB.awaitAcknowledgement(name);
  }

  private static Acknowledgement pay(String name, String... rows) {
    return drop(name, PAYMENTS, rows);
  }

  private static Acknowledgement drop(String name, String header, String... rows) {
    String text =
        Stream.concat(Stream.of(header), Stream.of(rows))
            .collect(Collectors.joining("\n", "", "\n"));
    HUB.drop("payments", name, text.getBytes(StandardCharsets.UTF_8));
    return HUB.awaitAcknowledgement("payments", name);
  }

  private String status(String number) {
    return db.sql("SELECT status FROM invoice WHERE invoice_no = :no AND is_current")
        .param("no", number)
        .query(String.class)
        .single();
  }

  private String paid(String number) {
    return db.sql(
            "SELECT sum(amount)::text FROM payment JOIN invoice USING (invoice_id)"
                + " WHERE invoice_no = :no")
        .param("no", number)
        .query(String.class)
        .single();
  }

  /** Row, rule and column. */
  private List<String> findings(String name) {
    return db.sql(
            "SELECT concat_ws(' ', row_no, rule_code, column_name) FROM finding"
                + " WHERE submission_id = :id ORDER BY id")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }
}
