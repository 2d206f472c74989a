package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UBL and JSON all the way, and back by « À corriger ». */
class ElectronicDocumentsIT extends InProcessHub {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final String COMPANY =
      "Code tiers;Raison sociale;NIF\nOWN;Manchengo;000016001234567\n";

  /** The company's own tax number comes with the list of parties, once. */
  @BeforeEach
  void theCompanyIsKnown() {
    if (number("SELECT count(*) FROM party WHERE is_own AND nif IS NOT NULL") == 0) {
      HUB.drop("parties", "societe.csv", COMPANY.getBytes(UTF_8));
      HUB.awaitAcknowledgement("parties", "societe.csv");
    }
    assertThat(number("SELECT count(*) FROM party WHERE is_own AND nif = '000016001234567'"))
        .isEqualTo(1);
  }

  @Test
  void anElectronicInvoiceIsASaleOrAPurchaseByTheCompanysNif() throws IOException {
    HUB.drop("", "vente.xml", sample("ubl.invoices/facture.xml", "FE-2026", "EL-2026"));
    HUB.drop("invoices", "avoir.xml", sample("ubl.invoices/avoir.xml", "E-2026", "EL-2026"));
    HUB.drop("invoices", "achat.xml", sample("ubl-suppliers.invoices/achat.xml", "118", "EL-118"));

    Acknowledgement sale = HUB.awaitAcknowledgement("", "vente.xml");
    assertThat(sale.status()).isEqualTo("POSTED");
    assertThat(sale.value("Flux")).isEqualTo("ubl.invoices");
    assertThat(sale.figure("Total HT comptabilisé (DA)")).isEqualTo(21410.00);
    assertThat(sale.figure("Total TTC comptabilisé (DA)")).isEqualTo(25377.90);
    Acknowledgement purchase = HUB.awaitAcknowledgement("achat.xml");
    assertThat(purchase.value("Flux")).isEqualTo("ubl-suppliers.invoices");
    assertThat(HUB.awaitAcknowledgement("avoir.xml").status()).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT i.direction || ' ' || i.kind || ' ' || p.party_code FROM invoice i JOIN"
                        + " party p ON p.party_id IN (i.issuer_id, i.receiver_id) AND NOT p.is_own"
                        + " WHERE i.submission_id IN (:ids) ORDER BY 1")
                .param("ids", List.of(idOf("vente.xml"), idOf("achat.xml"), idOf("avoir.xml")))
                .query(String.class)
                .list())
        .containsExactly("PURCHASE INVOICE F-009", "SALE CREDIT_NOTE C-014", "SALE INVOICE C-014");
    assertThat(rulesOf("vente.xml")).doesNotContain("FIL-005", "FIL-021", "INV-011", "INV-012");
  }

  @Test
  void anInvoiceBetweenTwoOthersIsNoneOfOursButABranchIsTheCompany() throws IOException {
    String ours = new String(sample("ubl.invoices/facture.xml", "FE-2026", "EO-2026"), UTF_8);
    HUB.drop("", "autres.xml", ours.replace("000016001234567", "000016007654321").getBytes(UTF_8));
    HUB.drop(
        "",
        "agence.xml",
        ours.replace("EO-2026", "EA-2026")
            .replace("000016001234567", "00001600123456700024")
            .getBytes(UTF_8));

    Acknowledgement others = HUB.awaitAcknowledgement("", "autres.xml");
    assertThat(others.status()).isEqualTo("REJECTED");
    assertThat(others.sentence()).contains("ni le vendeur ni l'acheteur n'a le NIF de la société");
    assertThat(invoicesOf("autres.xml")).isEmpty();
    Acknowledgement branch = HUB.awaitAcknowledgement("", "agence.xml");
    assertThat(branch.value("Flux")).isEqualTo("ubl.invoices");
    assertThat(branch.status()).as("%s", branch.cells("Constats")).isEqualTo("POSTED");
    assertThat(rulesOf("agence.xml")).doesNotContain("FIL-021");
  }

  @Test
  void anElectronicOrderIsACustomersUnlessTheCompanyPlacedIt() throws IOException {
    HUB.drop("orders", "commande.xml", sample("ubl.orders/commande.xml", "CMD-EB", "CMD-EL"));
    byte[] own =
        new String(sample("ubl.orders/commande.xml", "CMD-EB", "CMD-EM"), UTF_8)
            .replace("000009001234589", "000016001234567")
            .getBytes(UTF_8);
    HUB.drop("orders", "la-notre.xml", own);

    assertThat(HUB.awaitAcknowledgement("orders", "commande.xml").status()).isEqualTo("POSTED");
    assertThat(HUB.awaitAcknowledgement("orders", "la-notre.xml").sentence())
        .contains("commande que la société a passée elle-même");
  }

  @Test
  void aRefusedElectronicInvoiceIsCorrectedOnItsSheet() throws IOException {
    byte[] wrong =
        new String(sample("ubl.invoices/facture.xml", "FE-2026", "EK-2026"), UTF_8)
            .replace("unitCode=\"C62\">12<", "unitCode=\"C62\">douze<")
            .getBytes(UTF_8);
    HUB.drop("faux.xml", wrong);

    Acknowledgement answer = HUB.awaitAcknowledgement("faux.xml");
    assertThat(answer.status()).isEqualTo("REJECTED");
    Sheet sheet = answer.correction();
    assertThat(correct(sheet, "Qté", "douze", 12)).isEqualTo(1);
    HUB.drop("corrige.xlsx", answer.bytes());

    Acknowledgement second = HUB.awaitAcknowledgement("corrige.xlsx");
    assertThat(second.status()).as("%s", second.cells("Constats")).isEqualTo("POSTED");
    assertThat(second.value("Flux")).isEqualTo("ubl.invoices");
    assertThat(second.figure("Total TTC comptabilisé (DA)")).isEqualTo(25377.90);
  }

  @Test
  void ofJsonEachLineIsADocumentThatStandsForItself() throws IOException {
    HUB.drop(
        "ventes.ndjson",
        """
        {"invoiceNo":"JS-1","invoiceDate":"2026-10-12","customer":{"code":"C-77","name":"Amel"},"moneyUnit":"CENTIME","lines":[{"productCode":"007","description":"Brie","qty":"2","unitPrice":"10050","vatRate":19},{"productCode":"008","description":"Edam","qty":1.5,"unitPrice":20000,"vatRate":19}]}
        {"invoiceNo":"JS-2","invoiceDate":"2026-10-12","customer":{"code":"C-77","name":"Amel"},"lines":[{"productCode":"007","description":"Brie","qty":"deux","unitPrice":"100.50","vatRate":19}]}
        {"invoiceNo":"JS-3","invoiceDate":"2026-10-12","customer":{"code":"C-77","name":"Amel"},"lines":[{"productCode":"007","descr
        {"invoiceNo":"JS-4","invoiceDate":"2026-10-12","customer":{"code":"C-77","name":"Amel"},"lines":[{"productCode":"007","description":"Brie","qty":1,"unitPrice":100,"vatRate":"9"}]}
        """);

    Acknowledgement answer = HUB.awaitAcknowledgement("ventes.ndjson");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("ventes.ndjson")).containsExactly("JS-1", "JS-4");
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(601.00);
    assertThat(answer.cells("Constats").toString())
        .contains("Ligne 3 illisible : le texte s'arrête au milieu");
    Sheet sheet = answer.correction();
    assertThat(correct(sheet, "qty", "deux", 2)).isEqualTo(1);
    sheet.removeRow(sheet.getRow(2)); // the broken one
    HUB.drop("ventes-corrigees.xlsx", answer.bytes());

    assertThat(HUB.awaitAcknowledgement("ventes-corrigees.xlsx").status()).isEqualTo("POSTED");
    assertThat(invoicesOf("ventes-corrigees.xlsx")).containsExactly("JS-2");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'JS-2' AND is_current"))
        .isEqualByComparingTo("201.00");
  }

  /** What a program sends to the API may be dropped as well. */
  @Test
  void anInvoiceAsTheApiTakesItIsReadFromAFileToo() {
    HUB.drop(
        "comme-api.ndjson",
        """
        {"number":"JA-1","date":"2026-10-12","party":{"code":"C-JA","name":"Amel JA"},"lines":[{"product":"PJA","description":"Brie JA","quantity":"2","unitPriceHt":"10.50","vatRate":"19"}]}
        """);
    assertThat(HUB.awaitAcknowledgement("comme-api.ndjson").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'JA-1'"))
        .isEqualByComparingTo("21.00");
  }

  @Test
  void aBrokenLineThatMayBelongToAnyDocumentRefusesTheFile() {
    HUB.drop(
        "plat.ndjson",
        """
        {"invoice_no":"EJ-1","invoice_date":"2026-10-12","customer_name":"Amel","description":"Brie JP","qty":2,"unit_price_ht":10,"vat_rate":19}
        {"qty":2,"unit_price_ht":1
        """);
    Acknowledgement answer = HUB.awaitAcknowledgement("plat.ndjson");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.sentence()).contains("Ligne 2 illisible");
  }

  private static byte[] sample(String path, String number, String own) throws IOException {
    return Files.readString(SAMPLES.resolve(path)).replace(number, own).getBytes(UTF_8);
  }

  /** Puts a number where that text stands under the header; how often. */
  private static int correct(Sheet sheet, String header, String wrong, double right) {
    int column = 0;
    while (!sheet.getRow(0).getCell(column).getStringCellValue().equals(header)) {
      column++;
    }
    int corrected = 0;
    for (Row row : sheet) {
      if (row.getCell(column) != null && row.getCell(column).toString().equals(wrong)) {
        row.getCell(column).setCellValue(right);
        corrected++;
      }
    }
    return corrected;
  }
}
