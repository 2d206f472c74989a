package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Electronic invoices and orders as tables. */
class UblFileTest {
  private static final String NAMESPACES =
      " xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'"
          + " xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'";
  private static final String OPEN =
      "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'" + NAMESPACES + ">";

  @TempDir Path folder;

  @Test
  void aLineIsARowWithTheNumberOfItsLineInTheFile() throws Exception {
    List<SourceRow> rows =
        read(Files.readAllBytes(Path.of("src/test/resources/samples/ubl.invoices/facture.xml")));
    assertThat(rows).extracting(SourceRow::number).startsWith(0).isSorted().doesNotHaveDuplicates();
    assertThat(rows).extracting(SourceRow::number).contains(71, 86, 97);
    Map<String, String> first = values(rows, 2);
    assertThat(first)
        .containsEntry("N° facture", "FE-2026-0041")
        .containsEntry("Type", "facture")
        .containsEntry("Date facture", "2026-05-12")
        .containsEntry("N° commande", "BC-7781")
        .containsEntry("Mode de paiement", "virement")
        .containsEntry("Code client", "C-014")
        .containsEntry("NIF client", "000009001234589")
        .containsEntry("RC client", "09 B 0098765 00/09")
        .containsEntry("Adresse client", "12, rue des Frères, Blida")
        .containsEntry("NIF fournisseur", "000016001234567")
        .containsEntry("Code article", "00417")
        .containsEntry("Unité", "C62")
        .containsEntry("Montant remise", "6.00")
        .containsEntry("Taux TVA", "19")
        .containsEntry("Net avant acompte", "25377.90");
  }

  @Test
  void aChargeIsALineAndAnAllowanceWithItsOwnRateBelongsToTheLinesOfThatRate() throws Exception {
    List<SourceRow> rows =
        read(
            invoice(
                allowance("false", "10.00", "9") + allowance("true", "5.00", "19"),
                line(1, "100.00", "19") + line(2, "200.00", "9") + line(3, "100.00", "9")));
    assertThat(column(rows, "Montant ligne HT"))
        .containsExactly("5.00", "100.00", "193.33", "96.67");
    assertThat(column(rows, "Montant remise")).containsExactly("", "", "6.67", "3.33");
    assertThat(column(rows, "Remise globale")).isEmpty();
  }

  @Test
  void withOneRateAnAllowanceIsTheDocumentsDiscount() throws Exception {
    List<SourceRow> rows =
        read(invoice(allowance("false", "10.00", "19"), line(1, "100.00", "19")));
    assertThat(column(rows, "Remise globale")).containsExactly("10.00");
    assertThat(column(rows, "Montant ligne HT")).containsExactly("100.00");
  }

  @Test
  void aPriceMayBeThatOfMany() throws Exception {
    String line =
        line(1, "100.00", "19")
            .replace("</cac:Price>", "<cbc:BaseQuantity>100</cbc:BaseQuantity></cac:Price>");
    assertThat(column(read(invoice("", line)), "Prix unitaire HT")).containsExactly("1.000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"E", "O", "Z", "AE", "K", "G"})
  void categoriesWithoutVatAreAtZeroAndSayWhy(String category) throws Exception {
    String line =
        line(1, "100.00", "19").replace("<cbc:ID>S</cbc:ID>", "<cbc:ID>" + category + "</cbc:ID>");
    List<SourceRow> rows = read(invoice("", line));
    assertThat(column(rows, "Taux TVA")).containsExactly("0");
    assertThat(column(rows, "Motif d'exonération")).hasSize(1).doesNotContain("");
  }

  @Test
  void anAmountInAnotherCurrencyThanItsDocumentsIsNoNumber() throws Exception {
    String line =
        line(1, "100.00", "19").replace("<cbc:PriceAmount>", "<cbc:PriceAmount currencyID='EUR'>");
    assertThat(column(read(invoice("", line)), "Prix unitaire HT")).containsExactly("100.00 EUR");
  }

  @Test
  void aDayOfDeliveryOfTheOrderHoldsForLinesWithoutTheirOwn() throws Exception {
    byte[] xml = Files.readAllBytes(Path.of("src/test/resources/samples/ubl.orders/commande.xml"));
    assertThat(column(read(xml), "Date livraison")).containsExactly("2026-05-08");
  }

  @Test
  void aDocumentOnOneLineHasItsRowsInOrder() throws Exception {
    byte[] xml = invoice("", line(1, "1", "19") + line(2, "2", "19"));
    assertThat(read(xml)).extracting(SourceRow::number).containsExactly(0, 1, 2);
    assertThat(column(read(xml), "Ligne du fichier")).containsExactly("1", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "windows-1252"})
  void theDocumentNamesItsCharset(String charset) throws Exception {
    String xml =
        "<?xml version='1.0' encoding='" + charset + "'?>" + text(invoice("", line(1, "1", "19")));
    List<SourceRow> rows =
        read(xml.replace("Fromage", "Crème fraîche").getBytes(Charset.forName(charset)));
    assertThat(column(rows, "Désignation")).containsExactly("Crème fraîche");
  }

  @Test
  void anEmbeddedFileOfAnySizeIsPassedOver() throws Exception {
    String attachment =
        "<cac:AdditionalDocumentReference><cbc:ID>x</cbc:ID><cac:Attachment>"
            + "<cbc:EmbeddedDocumentBinaryObject>"
            + "QUJD".repeat(1 << 19)
            + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>"
            + "</cac:AdditionalDocumentReference>";
    assertThat(read(invoice(attachment, line(1, "1", "19")))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<!DOCTYPE Invoice [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Invoice/> | contient une déclaration DOCTYPE",
        "<?xml version='1.0' encoding='klingon'?><Invoice/> | abîmé ou incomplet à la ligne 1",
        "<rsm:CrossIndustryInvoice xmlns:rsm='urn:x'/> | format CII (« CrossIndustryInvoice »)",
        "<Invoice xmlns='urn:x'/> | document XML « Invoice »",
        "<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-1.0'/> | UBL 1 « Order »",
        "<OrderChange xmlns='urn:oasis:names:specification:ubl:schema:xsd:OrderChange-2'/> | modification de commande",
        "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/> | aucune ligne d'article",
        "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'> | abîmé ou incomplet à la ligne 1",
      })
  void whatIsNoneIsCalledByWhatItIs(String xml, String sentence) {
    assertThat(refusal(xml)).contains(sentence).doesNotContain("reason.", "{root}", "null");
  }

  @Test
  void nothingWithoutEndFillsTheMemory() {
    assertThat(refusal(OPEN + "<cbc:ID>" + "9".repeat(40_000) + "</cbc:ID></Invoice>"))
        .contains("caractères dans une valeur");
    assertThat(refusal(OPEN + "<cac:X>".repeat(300))).contains("abîmé ou incomplet");
    assertThat(refusal(OPEN + "<cac:X/>".repeat(20_001) + "</Invoice>")).contains("éléments XML");
    assertThat(refusal(OPEN + "<cac:X a='" + ">".repeat(1 << 21))).contains("abîmé ou incomplet");
  }

  @Test
  void whatComesBehindTheLinesIsNotLost() {
    String xml =
        text(invoice("", line(1, "1", "19")))
            .replace("</Invoice>", allowance("false", "1", "19") + "</Invoice>");
    assertThat(refusal(xml)).contains("« AllowanceCharge » (ligne 1) se trouve après les lignes");
  }

  private static byte[] invoice(String header, String lines) {
    return (OPEN
            + "<cbc:ID>F-1</cbc:ID><cbc:DocumentCurrencyCode>DZD</cbc:DocumentCurrencyCode>"
            + header
            + lines
            + "</Invoice>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String category(String tag, String rate) {
    return "<cac:%s><cbc:ID>S</cbc:ID><cbc:Percent>%s</cbc:Percent></cac:%s>"
        .formatted(tag, rate, tag);
  }

  private static String allowance(String charge, String amount, String rate) {
    return "<cac:AllowanceCharge><cbc:ChargeIndicator>%s</cbc:ChargeIndicator><cbc:Amount>%s</cbc:Amount>%s</cac:AllowanceCharge>"
        .formatted(charge, amount, category("TaxCategory", rate));
  }

  private static String line(int id, String price, String rate) {
    return ("<cac:InvoiceLine><cbc:ID>%d</cbc:ID><cbc:InvoicedQuantity unitCode='C62'>1</cbc:InvoicedQuantity>"
            + "<cbc:LineExtensionAmount>%s</cbc:LineExtensionAmount>"
            + "<cac:Item><cbc:Name>Fromage</cbc:Name>%s</cac:Item>"
            + "<cac:Price><cbc:PriceAmount>%s</cbc:PriceAmount></cac:Price></cac:InvoiceLine>")
        .formatted(id, price, category("ClassifiedTaxCategory", rate), price);
  }

  private static String text(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8);
  }

  private static Map<String, String> values(List<SourceRow> rows, int index) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < rows.get(0).cells().size(); i++) {
      values.put(rows.get(0).cell(i).text(), rows.get(index).cell(i).text());
    }
    return values;
  }

  /** The column's texts; none where the table has no such column. */
  private static List<String> column(List<SourceRow> rows, String header) {
    return rows.stream()
        .skip(1)
        .map(row -> values(rows, rows.indexOf(row)))
        .filter(values -> values.containsKey(header))
        .map(values -> values.getOrDefault(header, ""))
        .collect(Collectors.toList());
  }

  private List<SourceRow> read(byte[] xml) throws UnreadableFile, IOException {
    Path file = Files.write(folder.resolve("f.xml"), xml);
    FileReader reader = new FileReader(Limits.defaults(), folder);
    try (SourceFile read = reader.read(file, "f.xml", ReadingHints.NONE)) {
      List<SourceRow> rows = new ArrayList<>();
      read.sheets().get(0).read(rows::add);
      return rows;
    }
  }

  private String refusal(String xml) {
    UnreadableFile refused =
        catchThrowableOfType(
            UnreadableFile.class, () -> read(xml.getBytes(StandardCharsets.UTF_8)));
    return RuleBook.message(refused.finding(), Locale.FRENCH);
  }
}
