package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sentences;
import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms as people lay them out: what stands beside and below labels, and at the foot. */
class FormLayoutsTest {
  private static final List<String> LINES =
      List.of("Désignation;Qté;PU HT;Montant HT", "Brie;10;300,00;3000,00");

  private static final List<String> TOTALS =
      List.of(";;Total HT;3000,00", ";;TVA 19%;570,00", ";;Total TTC;3570,00");

  private static SheetSamples.Read form(String head, List<String> lines, List<String> foot)
      throws UnreadableFile {
    List<String> rows = new ArrayList<>(List.of(head.split("\n", -1)));
    rows.add(";;;");
    rows.addAll(lines);
    rows.addAll(foot);
    return sheet(rows.toArray(String[]::new));
  }

  private static Map<String, Object> header(SheetSamples.Read form) {
    return form.data().get(0).header();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FACTURE;N°:;L-12;",
        "FACTURE;;N° L-12;",
        "FACTURE;;;N°;L-12",
        "FACTURE;;ORIGINAL;\nN° facture :;L-12;;",
        "FACTURE;AU COMPTANT;;\nN° :;L-12;;",
        "FACTURE;;Page 1/1;\nN° :;L-12;;",
        "FACTURE;;;Tél : 023 45 67 89\nNuméro;L-12;;",
        "FACTURE;;BL n° 455;\nN° facture;L-12;;",
        "FACTURE;;15/11/2026;\nN° facture;L-12;;",
        "FACTURE;L-12;;",
        "Facture N°;Page 1/2;;\nL-12;2;;",
        "FACTURE\nN° :;Dépôt 16;;\nL-12;;;",
        "FACTURE\nFacture;Date;Page;\nL-12;15/11/2026;1/1;",
        "Facture N°;Agence 02;Date;\nL-12;Oran;15/11/2026;",
        "Facture;:;L-12;",
        "Facture n°;Date;Client;\nL-12;15/11/2026;Sarl Bled;"
      })
  void theNumberIsWhatALabelOfNumbersHas(String head) throws UnreadableFile {
    SheetSamples.Read form = form(head + "\nDate;15/11/2026\nClient;Sarl Bled", LINES, TOTALS);

    assertThat(header(form))
        .containsEntry("doc_no", "L-12")
        .containsEntry("doc_date", LocalDate.of(2026, 11, 15))
        .containsEntry("party_name", "Sarl Bled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FACTURE;;SARL FROMAGERIE DU TELL;",
        "FACTURE;ORIGINAL;;",
        "FACTURE;;Page 1/1;",
        "FACTURE;2026;;",
        "FACTURE;;15/11/2026;"
      })
  void aTitleAloneNumbersNothing(String head) throws UnreadableFile {
    SheetSamples.Read form = form(head + "\nDate;15/11/2026\nClient;Sarl Bled", LINES, TOTALS);

    assertThat(header(form)).doesNotContainKey("doc_no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 / 2027",
        "2026 000 451",
        "X-78 B",
        "X-84 TER",
        "FA 0012",
        "037 / FV / 26",
        "FC 26 0077",
        "0017",
        "2026/11/0017"
      })
  void allOfANumberIsTaken(String number) throws UnreadableFile {
    for (String day : List.of("", " du 15/11/2026", " le 15/11/2026")) {
      assertThat(header(form("Facture N° " + number + day + "\nClient;Bled", LINES, TOTALS)))
          .as(day)
          .containsEntry("doc_no", number);
    }
    assertThat(header(form("Facture N° 0017 15/11/2026;;\nClient;Sarl Bled", LINES, TOTALS)))
        .containsEntry("doc_no", "0017");
  }

  @Test
  void aYearInTheNextCellBelongsToTheNumber() throws UnreadableFile {
    assertThat(header(form("FACTURE N°;12;/2026\nClient;Sarl Bled", LINES, TOTALS)))
        .containsEntry("doc_no", "12/2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Facture N° L-1;;;\n;;CLIENT :;\n;;SARL BLED;\n;;Alger;",
        "Facture N°;L-1;;\nClient :;;;Date d'échéance :;15/12/2026\nSARL BLED;;;",
        "Facturé à :;;;Facture n°;L-1\nSARL BLED;;;Date;15/11/2026",
        "FACTURE N° L-1;;;Facturé à;Livré à\nDate : 17/08/2026;;;SARL BLED;Dépôt Rouiba",
        "FACTURE N° L-1;;;\nClient facturé;;Client livré;\nSARL BLED;;Dépôt Rouiba;",
        "FACTURE N° L-1;;;\nClient :;;Adresse de livraison :;\nSARL BLED;;Zone B;",
        "FACTURE N° L-1;;;\nClient;;Quai;\nSARL BLED;;3;",
        "Numéro;Date;Client;Représentant\nL-1;17/08/2026;SARL BLED;Karim\nFACTURE;;;",
        "Facture N° L-1;;;\nClient;Le client doit payer sous 30 jours;;\nSARL BLED;;;"
      })
  void aCustomerMayStandBelowTheLabel(String head) throws UnreadableFile {
    assertThat(header(form(head, LINES, TOTALS))).containsEntry("party_name", "SARL BLED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SARL BLED NIF : 001216001234567",
        "SARL BLED, 12 rue Larbi, Alger",
        "SARL BLED - Tél. 021 45 67 89",
        "SARL BLED / Cité 200 logements",
        "SARL BLED RC N° 16/00-0012345"
      })
  void whatStandsBehindTheNameOfACustomerIsNoneOfIt(String customer) throws UnreadableFile {
    assertThat(header(form("Facture N° L-1\nClient : " + customer, LINES, TOTALS)))
        .containsEntry("party_name", "SARL BLED");
  }

  @Test
  void aNameMayHaveAnyWords() throws UnreadableFile {
    for (String name : List.of("Boulangerie Rue Didouche", "SNC RC Fils", "Tell - Oran")) {
      assertThat(header(form("Facture N° L-1\nClient : " + name, LINES, TOTALS)))
          .containsEntry("party_name", name);
    }
  }

  /** As programs print them: the bases, or how it is paid, to the left of the totals. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Taux;Base HT;TVA;Total HT;3000,00\n19%;3000,00;570,00;Total TVA;570,00\n;;;Total TTC;3570,00",
        "Taux;Base HT;TVA;Total HT;3000,00\n19%;3000,00;570,00;TVA;570,00\n0%;0,00;0,00;Total TTC;3570,00",
        "Mode de règlement;Chèque;;Total HT;3000,00\nÉchéance;15/12/2026;;TVA;570,00\n"
            + "Nombre de colis;14;;Total TTC;3570,00",
        "RIB : 001 00600 12;;;Total HT;3000,00\nConditions : 30 jours;;;TVA 19%;570,00\n"
            + "Merci;;;Total TTC;3570,00",
        "Taux;Base HT;TVA;Total HT;3000,00\n;;;Total TVA;570,00\n;;;Total TTC;3570,00\n19%;3000,00;570,00;;",
        "Total HT;;;;3000,00\nTVA 19%;;3000,00;19%;570,00\nTotal TTC;;;;3570,00"
      })
  void totalsMayStandBesideSomethingElse(String foot) throws UnreadableFile {
    SheetSamples.Read form =
        form(
            "FACTURE N° L-9\nClient;Sarl Bled",
            List.of("Code;Désignation;Qté;PU HT;Montant HT", "BR;Brie;10;300,00;3000,00"),
            List.of(foot.split("\n", -1)));

    assertThat(form.data()).hasSize(1);
    assertThat(header(form))
        .containsEntry("total_ht", new BigDecimal("3000.00"))
        .containsEntry("total_vat", new BigDecimal("570.00"))
        .containsEntry("total_ttc", new BigDecimal("3570.00"));
  }

  @Test
  void aTotalAboveADiscountIsNotTheInvoices() throws UnreadableFile {
    SheetSamples.Read form =
        form(
            "FACTURE N° L-2\nClient;Sarl Bled",
            List.of("Désignation;Qté;P.U.;Total", "Brie;10;300,00;3000,00", "Bleu;1;100,00;100,00"),
            List.of(
                ";;TOTAL;3100,00",
                ";;REMISE;100,00",
                ";;NET HT;3000,00",
                ";;TVA 19%;570,00",
                ";;TOTAL TTC;3570,00"));

    assertThat(header(form))
        .containsEntry("total_ht", new BigDecimal("3000.00"))
        .containsEntry("global_discount", new BigDecimal("100.00"))
        .containsEntry("total_ttc", new BigDecimal("3570.00"));
  }

  @Test
  void aChargeBeforeTheTaxIsOneMoreLine() throws UnreadableFile {
    SheetSamples.Read form =
        form(
            "FACTURE N° L-3\nClient;Sarl Bled",
            LINES,
            List.of(
                ";;Total HT;3000,00",
                ";;Transport;500,00",
                ";;TVA 19%;665,00",
                ";;Total TTC;4165,00"));

    assertThat(form.data()).hasSize(2);
    assertThat(form.data().get(1).line())
        .containsEntry("description", "Transport")
        .containsEntry("qty", BigDecimal.ONE)
        .containsEntry("unit_price_ht", new BigDecimal("500.00"))
        .containsEntry("line_ht", new BigDecimal("500.00"));
    assertThat(header(form)).doesNotContainKey("total_ht");
    assertThat(sentences(form))
        .contains(
            "FIL-055 7 Ligne 7 (« Transport ») parmi les totaux : lue comme une ligne de la facture,"
                + " avec la même TVA");
  }

  @Test
  void aChargeBehindTheTaxIsNone() throws UnreadableFile {
    SheetSamples.Read form =
        form(
            "FACTURE N° L-4\nClient;Sarl Bled",
            LINES,
            List.of(
                ";;Total HT;3000,00",
                ";;TVA 19%;570,00",
                ";;Transport;500,00",
                ";;Total TTC;4070,00"));

    assertThat(sentences(form)).noneMatch(sentence -> sentence.startsWith("FIL-055"));
    assertThat(header(form)).containsKey("total_ht");
  }

  @Test
  void whatWasOwedBeforeIsNoAmountOfTheInvoice() throws UnreadableFile {
    List<String> foot = new ArrayList<>(TOTALS);
    foot.add("Solde antérieur;12000,00;;");
    foot.add("Total à payer;15570,00;;");

    assertThat(header(form("FACTURE N° L-5\nClient;Sarl Bled", LINES, foot)))
        .containsKey("total_ttc")
        .doesNotContainKey("net_to_pay");
  }

  @Test
  void packagingOnDepositIsNoAmountOfTheInvoice() throws UnreadableFile {
    List<String> foot = new ArrayList<>(TOTALS);
    foot.add(";;Consignation emballages;1200,00");
    foot.add(";;Net à payer;4770,00");

    SheetSamples.Read form = form("FACTURE N° L-10\nClient;Sarl Bled", LINES, foot);
    assertThat(form.data()).hasSize(1);
    assertThat(header(form)).containsKey("total_ttc").doesNotContainKey("net_to_pay");
  }

  @Test
  void linesThatAreOnlyNumberedSayNothing() throws UnreadableFile {
    List<String> lines =
        List.of(
            "N°;Désignation;Qté;P.U.;Montant", "1;Brie;10;300,00;3000,00", "2;;;;", "3;;;;0,00");
    List<String> foot = TOTALS.stream().map(row -> ";" + row).toList();

    assertThat(form("FACTURE N° L-6\nClient;Sarl Bled", lines, foot).data()).hasSize(1);
  }

  /** A formula that was dragged down, a rate that stands there by default. */
  @Test
  void preparedRowsOfAListSayNothing() throws UnreadableFile {
    String line = "L-7;15/11/2026;Sarl Bled;Brie;10;300,00;19;3000,00";
    SheetSamples.Read list =
        sheet(
            "N° Facture;Date;Client;Produit;Qté;PU HT;Taux TVA;Montant HT",
            line,
            ";;;;;;;0,00",
            ";;;;;;19;0,00",
            ";;;;;;19;");
    assertThat(list.data()).hasSize(1);

    SheetSamples.Read counted =
        sheet("N° Facture;Date;Client;Produit;Qté;PU HT;Taux TVA;Montant HT", line, ";;;;0;;;");
    assertThat(counted.data()).hasSize(2); // a quantity of 0 is a line that is asked about
  }

  @Test
  void aReferenceAmongTheLinesOfAFormIsTheArticles() throws UnreadableFile {
    SheetSamples.Read form =
        form(
            "FACTURE N° L-8\nClient;Sarl Bled",
            List.of("Réf;Désignation;Qté;PU HT;Montant HT", "BR;Brie;10;300,00;3000,00"),
            TOTALS.stream().map(row -> ";" + row).toList());

    assertThat(form.data().get(0).line()).containsEntry("product_code", "BR");
  }
}
