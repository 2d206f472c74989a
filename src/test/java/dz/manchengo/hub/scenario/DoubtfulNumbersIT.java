package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers of invoices that may be another one's, of another paper, or two. */
class DoubtfulNumbersIT extends DoubtfulScenario {
  @Test
  void twoWritingsOfANumberAreTold() {
    drop(
        "doute-numeros.csv",
        HEADER,
        "FDN-200;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19",
        "FDN/200;05/11/2026;DS-C;Amel DS;Edam DS;1;100,00;19");
    assertThat(told("doute-numeros.csv")).containsExactly("3 FIL-041");
  }

  @Test
  void aNumberThatSaysItIsNoInvoiceIsRefusedOrTold() {
    drop(
        "doute-papiers.csv",
        HEADER,
        "PROFORMA 12;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19",
        "Devis 12;05/11/2026;DS-C;Amel DS;Gouda DS;2;100,00;19",
        "BL 12;05/11/2026;DS-C;Amel DS;Gouda DS;3;100,00;19");
    assertThat(told("doute-papiers.csv")).containsExactly("2 INV-048", "3 INV-048", "4 INV-049");
    assertThat(invoicesOf("doute-papiers.csv")).containsExactly("BL 12");
  }

  @Test
  void aCreditNoteWithBothSignsIsToldWhichToRemove() {
    Acknowledgement answer =
        drop(
            "doute-avoir.csv",
            HEADER + ";Type document",
            "AVDA-1;05/11/2026;DS-C;Amel DS;Gouda DS;-1;-100,00;19;Avoir");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(told("doute-avoir.csv")).contains("2 INV-007").doesNotContain("2 ORD-008");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("sur cet avoir, la quantité et le prix sont négatifs tous les deux")
        .contains("le prix sans son signe");
  }

  @Test
  void aNumberOfTwoYearsIsTwoInvoices() {
    Acknowledgement answer =
        drop(
            "doute-annees.csv",
            HEADER,
            "0101;16/12/2025;DS-C;Amel DS;Gouda DS;1;100,00;19",
            "0101;16/11/2026;DS-D;Nour DS;Gouda DS;1;100,00;19");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(told("doute-annees.csv")).containsExactly("3 FIL-042");
  }
}
