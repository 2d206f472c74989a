package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Public collections of electronic invoices, where they lie beside the checkout: what the reader
 * makes of them is what XPath finds in them.
 */
class UblCorporaTest {
  private static final String[] SETS = {
    "ubl-examples", "ubl-oasis-2.5", "peppol-testfiles", "en16931", "xrechnung-testsuite"
  };
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  private final FileReader reader =
      new FileReader(Limits.defaults(), Path.of(System.getProperty("java.io.tmpdir")));

  @Test
  void totalsLinesAndTaxesAreThoseOfTheDocument(TestReporter reporter) throws Exception {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (Path file : OutsideData.files(SETS)) {
      outcomes.merge(outcome(file), 1, Integer::sum);
    }
    outcomes.forEach((outcome, files) -> reporter.publishEntry(outcome, String.valueOf(files)));
    assertThat(outcomes.get("read")).isGreaterThan(140);
  }

  private String outcome(Path file) throws Exception {
    String name = String.valueOf(file.getFileName());
    try (SourceFile read = reader.read(file, name, ReadingHints.NONE)) {
      if (!read.format().equals("UBL")) {
        return "another format";
      }
      Document xml = parsed(file);
      if (xml.getDocumentElement().getLocalName().equals("StandardBusinessDocument")) {
        return "read out of an envelope";
      }
      String mixed =
          "//@currencyID[. != /*/*[local-name()='DocumentCurrencyCode']]"
              + "[not(ancestor::*[local-name()='TaxTotal'])]";
      if (!XPATH.evaluate("count(" + mixed + ")", xml).equals("0")) {
        return "several currencies";
      }
      compare(name, rows(read), xml);
      return "read";
    } catch (UnreadableFile e) {
      return RuleBook.message(e.finding(), java.util.Locale.FRENCH).replace(name, "…");
    }
  }

  private static List<Map<String, Cell>> rows(SourceFile read) throws UnreadableFile, IOException {
    List<SourceRow> all = new ArrayList<>();
    read.sheets().get(0).read(all::add);
    List<Map<String, Cell>> rows = new ArrayList<>();
    for (SourceRow row : all.subList(1, all.size())) {
      Map<String, Cell> values = new TreeMap<>();
      for (int i = 0; i < row.cells().size(); i++) {
        values.put(all.get(0).cell(i).text(), row.cell(i));
      }
      rows.add(values);
    }
    return rows;
  }

  private static void compare(String name, List<Map<String, Cell>> rows, Document xml)
      throws Exception {
    Map<String, Cell> first = rows.get(0);
    String total =
        "/*/*[local-name()='LegalMonetaryTotal' or local-name()='AnticipatedMonetaryTotal']";
    String ht = total + "/*[local-name()='TaxExclusiveAmount'][1]";
    boolean order = shown(first, "Document UBL").equals("Order");
    boolean linesOnly =
        order
            && text(xml, ht).isEmpty()
            && text(xml, total + "/*[local-name()='AllowanceTotalAmount']").isEmpty()
            && text(xml, total + "/*[local-name()='ChargeTotalAmount']").isEmpty();
    String sum = linesOnly ? total + "/*[local-name()='LineExtensionAmount'][1]" : ht;
    assertSame(name, first, "Total HT", xml, sum);
    assertSame(name, first, "Total TTC", xml, total + "/*[local-name()='TaxInclusiveAmount'][1]");
    String currency = text(xml, "/*/*[local-name()='DocumentCurrencyCode']");
    assertThat(shown(first, "Devise")).as(name).contains(currency);
    if (!order) {
      String tax = "/*/*[local-name()='TaxTotal']/*[local-name()='TaxAmount']";
      String own = currency.isEmpty() ? tax : tax + "[@currencyID='" + currency + "']";
      assertThat(sum(rows.subList(0, 1), "Total TVA"))
          .as(name + " TVA")
          .isEqualByComparingTo(number("sum(" + own + ")", xml));
    }
    String lines =
        "//*[local-name()='InvoiceLine' or local-name()='CreditNoteLine' or local-name()='LineItem']";
    BigDecimal charges =
        number(
            "sum(/*/*[local-name()='AllowanceCharge'][*[local-name()='ChargeIndicator']='true']/*[local-name()='Amount'])",
            xml);
    BigDecimal allowances =
        number(
            "sum(/*/*[local-name()='AllowanceCharge'][*[local-name()='ChargeIndicator']='false']/*[local-name()='Amount'])",
            xml);
    BigDecimal ofLines = number("sum(" + lines + "/*[local-name()='LineExtensionAmount'])", xml);
    // allowances are the document's discount, or shared out over the lines of their rate
    assertThat(sum(rows, "Montant ligne HT").subtract(sum(rows.subList(0, 1), "Remise globale")))
        .as(name + " lines")
        .isEqualByComparingTo(ofLines.add(charges).subtract(allowances));
    assertThat(text(xml, "string(/*/*[local-name()='ID'])"))
        .as(name)
        .isEqualTo(shown(first, order ? "N° commande" : "N° facture"));
  }

  private static void assertSame(
      String name, Map<String, Cell> row, String column, Document xml, String path)
      throws Exception {
    String expected = text(xml, path);
    if (expected.isEmpty()) {
      assertThat(shown(row, column)).as(name + " " + column).isEmpty();
    } else {
      assertThat(new BigDecimal(shown(row, column)))
          .as(name + " " + column)
          .isEqualByComparingTo(new BigDecimal(expected));
    }
  }

  private static BigDecimal sum(List<Map<String, Cell>> rows, String column) {
    return rows.stream()
        .map(row -> row.getOrDefault(column, Cell.blank()))
        .filter(Cell.Numeric.class::isInstance)
        .map(cell -> ((Cell.Numeric) cell).value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String shown(Map<String, Cell> row, String column) {
    return row.getOrDefault(column, Cell.blank()).text().strip();
  }

  private static String text(Document xml, String path) throws Exception {
    return XPATH.evaluate(path, xml).strip();
  }

  /** XPath counts in doubles: to the centime. */
  private static BigDecimal number(String path, Document xml) throws Exception {
    return new BigDecimal(XPATH.evaluate(path, xml)).setScale(2, java.math.RoundingMode.HALF_UP);
  }

  private static Document parsed(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    try {
      return factory.newDocumentBuilder().parse(file.toFile());
    } catch (SAXException e) {
      throw new AssertionError(file + " was read and is no XML", e);
    }
  }
}
