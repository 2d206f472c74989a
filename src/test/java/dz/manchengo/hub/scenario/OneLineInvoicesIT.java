package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Lists of invoices with one line each: the line's amount and the invoice's are nearly the same.
 */
class OneLineInvoicesIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date;Client;Désignation;Qté;PU HT;Montant HT;Taux TVA;Total HT;Total TTC";

  @Test
  void aWrongAmountRefusesItsInvoiceAlone() throws IOException {
    Acknowledgement answer = drop("une-ligne.csv", HEADER, rows("UL", 6, 3, 0));

    assertThat(answer.status())
        .as("%s", answer.cells(Acknowledgement.CORRECT))
        .isEqualTo("PARTIAL");
    assertThat(invoicesOf("une-ligne.csv")).containsExactly("UL-1", "UL-2", "UL-4", "UL-5", "UL-6");
    assertThat(answer.cells(Acknowledgement.CORRECT).get(1))
        .contains("UL-3", "337,00", "Ligne 1 : 3 × 100 = 300,00, pas 337,00");
  }

  /** Returned with one row only, the sheet still says which column is which. */
  @Test
  void theCorrectedRowIsReadAsItsFileWas() throws IOException {
    Acknowledgement answer = drop("une-ligne-retour.csv", HEADER, rows("UR", 6, 3, 0));
    answer.correction().getRow(1).getCell(6).setCellValue("300,00");
    HUB.drop("invoices", "une-ligne-corrigee.xlsx", answer.bytes());

    Acknowledgement second = HUB.awaitAcknowledgement("invoices", "une-ligne-corrigee.xlsx");

    assertThat(second.status()).as("%s", second.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoicesOf("une-ligne-corrigee.xlsx")).containsExactly("UR-3");
  }

  @Test
  void aDiscountOfTheWholeInvoiceIsNoContradiction() throws IOException {
    Acknowledgement answer =
        drop("une-ligne-remise.csv", HEADER + ";Remise globale", rows("UD", 6, 3, 5));

    assertThat(answer.status())
        .as("%s", answer.cells(Acknowledgement.CORRECT))
        .isEqualTo("PARTIAL");
    assertThat(invoicesOf("une-ligne-remise.csv"))
        .containsExactly("UD-1", "UD-2", "UD-4", "UD-5", "UD-6");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'UD-5'"))
        .isEqualByComparingTo("490");
  }

  /** Two totals of which no line proves one stay a question about the file. */
  @Test
  void columnsThatContradictEachOtherThroughoutAreRefused() throws IOException {
    Acknowledgement answer =
        drop(
            "une-ligne-contraire.csv",
            HEADER,
            "UC-1;01/03/2026;Amel;Gouda UL;1;100,00;130,00;19;100,00;119,00",
            "UC-2;02/03/2026;Amel;Gouda UL;2;100,00;230,00;19;200,00;238,00");

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("une-ligne-contraire.csv")).contains("FIL-006");
  }

  /** Quantities 1, 2, 3 … at 100 DA. */
  private static String rows(String key, int rows, int wrong, int discounted) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(i -> row(key, i, i == wrong ? 37 : 0, i == discounted ? 10 : 0, discounted > 0))
        .collect(Collectors.joining("\n"));
  }

  private static String row(String key, int i, int slip, int discount, boolean discounts) {
    int ht = i * 100 - discount;
    return String.format(
        Locale.FRANCE,
        "%s-%d;0%d/03/2026;Amel Une Ligne;Gouda UL;%d;100,00;%d,00;19;%d,00;%.2f%s",
        key,
        i,
        i,
        i,
        i * 100 + slip,
        ht,
        ht * 1.19,
        discounts ? ";" + discount + ",00" : "");
  }

  private static Acknowledgement drop(String name, String... lines) throws IOException {
    HUB.drop("invoices", name, String.join("\n", List.of(lines)).getBytes(UTF_8));
    return HUB.awaitAcknowledgement("invoices", name);
  }
}
