package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers and cells in the words of bookkeepers, where the list of aliases has others. */
class UsualPapersTest {
  private static final String ROW = "F-1;05/01/2026;C-1;SARL Un;Lait;10;100,00;";

  @Test
  void headersSayTheSameInOtherWords() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            "N° facture;Date (jj/mm/aaaa);Code client;Nom et prénom;Désignation des marchandises;Nbr;PU HT;Valeur hors taxe;Taux TVA;Net TTC;Type de paiement",
            ROW + "1000,00;19;1190,00;BaridiMob");
    DataRow row = sheet.data().get(0);
    assertThat(row.header())
        .containsKeys("doc_date", "party_name", "total_ht", "total_ttc")
        .containsEntry("payment_method", Invoice.PaymentMethod.VIREMENT);
    assertThat(row.line()).containsKeys("description", "qty", "unit_price_ht", "vat_rate");
  }

  @Test
  void centimesInAHeaderAreTheUnitOfItsColumnAlone() throws UnreadableFile {
    DataRow row =
        SheetSamples.sheet(
                "N° facture;Date;Code client;Client;Désignation;Qté;PU HT (centimes);Montant HT",
                "F-1;05/01/2026;C-1;SARL Un;Lait;10;10000;1000,00")
            .data()
            .get(0);
    assertThat((BigDecimal) row.line().get("unit_price_ht")).isEqualByComparingTo("100");
    assertThat((BigDecimal) row.header().get("total_ht")).isEqualByComparingTo("1000");
  }

  @Test
  void daysThatASpreadsheetCountsAreDatesWhereAllOfThemAre() throws UnreadableFile {
    String header = "N° facture;Date;Client;Désignation;Qté;PU HT";
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            header, "F-1;46027;SARL Un;Lait;10;100,00", "F-2;46028;SARL Un;Lait;10;100,00");
    assertThat(sheet.data().get(0).header()).containsEntry("doc_date", LocalDate.of(2026, 1, 5));
    SheetSamples.Read mixed =
        SheetSamples.sheet(
            header, "F-1;46027;SARL Un;Lait;10;100,00", "F-2;06/01/2026;SARL Un;Lait;10;100,00");
    assertThat(mixed.data().get(0).header()).doesNotContainKey("doc_date");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30 jours              | 2026-02-14
          60 j fin de mois      | 2026-03-31
          à réception           | 2026-01-15
          45 jours nets         | 2026-03-01
          fin de mois           | 2026-01-31
          """)
  void aTermIsADueDate(String text, LocalDate due) throws UnreadableFile {
    DataRow row =
        SheetSamples.sheet(
                "N° facture;Date;Client;Désignation;Qté;PU HT;Échéance",
                "F-1;15/01/2026;SARL Un;Lait;10;100,00;" + text)
            .data()
            .get(0);
    assertThat(row.header().get(PaymentTerm.FIELD))
        .isInstanceOfSatisfying(
            PaymentTerm.class,
            term -> assertThat(term.from(LocalDate.of(2026, 1, 15))).isEqualTo(due));
  }

  @Test
  void aDashIsNoWord() throws UnreadableFile {
    DataRow row =
        SheetSamples.sheet(
                "N° facture;Date;Client;Désignation;Qté;PU HT;Mode de paiement",
                "F-1;15/01/2026;SARL Un;Lait;10;100,00;-")
            .data()
            .get(0);
    assertThat(row.header()).doesNotContainKey("payment_method");
    assertThat(row.findings()).isEmpty();
  }

  /** « Taux » beside amounts of VAT is their rate where it can be; beside rates it is not. */
  @Test
  void theRateBesideTheVat() throws UnreadableFile {
    String header = "N° facture;Date;Client;Désignation;Qté;PU HT;Taux;TVA";
    assertThat(
            SheetSamples.sheet(header, "F-1;15/01/2026;SARL Un;Lait;10;100,00;19;190,00")
                .data()
                .get(0)
                .line())
        .containsKey("vat_rate");
    assertThat(
            SheetSamples.sheet(header, "F-1;15/01/2026;SARL Un;Lait;10;100,00;5;190,00")
                .data()
                .get(0)
                .line())
        .doesNotContainEntry("vat_rate", new BigDecimal(5));
  }

  /** A kilogram with a point: the amount of the row shows it, whatever it is called. */
  @Test
  void aQuantityWithAPointIsShownByAnyAmountOfItsRow() throws UnreadableFile {
    for (String amount : new String[] {"Montant HT|1000", "Total HT|1000", "Total TTC|1190"}) {
      String[] parts = amount.split("\\|", -1);
      DataRow row =
          SheetSamples.sheet(
                  "N° facture;Date;Client;Désignation;Qté;PU HT;TVA %;" + parts[0],
                  "F-1;15/01/2026;SARL Un;Meule;1.250;800;19;" + parts[1])
              .data()
              .get(0);
      assertThat((BigDecimal) row.line().get("qty")).as(amount).isEqualByComparingTo("1.25");
      assertThat(row.findings()).extracting(Finding::rule).contains("FMT-004");
    }
  }
}
