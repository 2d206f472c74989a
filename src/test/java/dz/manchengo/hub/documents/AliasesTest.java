package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.documents.Aliases.By;
import dz.manchengo.hub.documents.Aliases.Field;
import dz.manchengo.hub.documents.Aliases.Match;
import dz.manchengo.hub.documents.Aliases.Need;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasesTest {
  private static final Aliases ALIASES = Aliases.load();
  private static final List<String> INVOICE = List.of("INVOICE", "LINE");

  /** FIL-004 asks for a header that is then understood. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "doc_no",
        "doc_date",
        "party_code",
        "party_name",
        "party_nif",
        "product_code",
        "description",
        "qty",
        "unit_price_ht",
        "unit_price_net_ht",
        "unit_price_ttc",
        "total_ht",
        "total_vat",
        "total_ttc",
        "line_ht",
        "line_ttc"
      })
  void aFieldIsCalledByOneOfItsHeadersInBothLanguages(String field) {
    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      String header = RuleBook.worded(KnownHeaders.label(field), language);
      assertThat(ALIASES.match(header, INVOICE).fields()).extracting(Field::name).contains(field);
    }
    assertThat(RuleBook.worded(KnownHeaders.label(field), Locale.ENGLISH))
        .isNotEqualTo(KnownHeaders.label(field));
  }

  @Test
  void loadsTheFieldsOfEachScope() {
    assertThat(ALIASES.fields("LINE"))
        .contains(
            new Field("LINE", "qty", Need.REQUIRED, Aliases.Type.QTY),
            new Field("LINE", "discount", Need.OPTIONAL, Aliases.Type.AUTO),
            new Field("LINE", "product_code", Need.CONDITIONAL, Aliases.Type.CODE));
    assertThat(
            Stream.of(
                    "INVOICE",
                    "LINE",
                    "ORDER",
                    "PRODUCTION",
                    "CONSUMPTION",
                    "COUNT",
                    "MOVEMENT",
                    "PAYMENT",
                    "PRODUCT",
                    "PARTY")
                .mapToInt(scope -> ALIASES.fields(scope).size()))
        .allMatch(size -> size > 0)
        .satisfies(sizes -> assertThat(sizes.stream().mapToInt(i -> i).sum()).isEqualTo(208));
  }

  static Stream<String[]> everyAlias() throws IOException {
    try (InputStream in = AliasesTest.class.getResourceAsStream("/aliases.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .flatMap(
              row ->
                  Stream.of(row[4].split(" \\| ", -1)).map(a -> new String[] {row[0], row[1], a}))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}.{1} ← {2}")
  @MethodSource("everyAlias")
  void everyAliasMeansItsFieldAndNoOtherOfItsScope(String scope, String field, String alias) {
    Match match = ALIASES.match(alias, List.of(scope));
    assertThat(match.by()).isEqualTo(By.ALIAS);
    assertThat(match.fields()).extracting(Field::name).containsExactly(field);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "n° FACTURE, INVOICE.doc_no, ALIAS,",
    "Raison sociale client, INVOICE.party_name, ALIAS,",
    "Raison sociale du fournisseur, INVOICE.party_name, ALIAS,",
    "Code Frs, INVOICE.party_code, ALIAS,",
    "NIF Frs, INVOICE.party_nif, ALIAS,",
    "Montant HT (DA), INVOICE.total_ht, ALIAS_AND_UNIT, da",
    "Qté (kg), LINE.qty, ALIAS_AND_UNIT, kg",
    "P.U. HT DA/kg, LINE.unit_price_ht, ALIAS_AND_UNIT, da kg",
    "Remise, LINE.discount, ALIAS,",
    "Remise (%), LINE.discount_pct, ALIAS,",
    "TVA (%), LINE.vat_rate, ALIAS,",
    "سعر الوحدة (دج), LINE.unit_price_ht, ALIAS_AND_UNIT, دج",
    "نسبة الرسم (%), LINE.vat_rate, ALIAS_AND_UNIT, pct",
    "TVA, INVOICE.total_vat, ALIAS,",
    "Montant (DA), LINE.bare_amount, ALIAS_AND_UNIT, da",
    "Prix total, LINE.bare_amount, ALIAS,",
    "TVA 19%, INVOICE.total_vat, ALIAS_AND_RATE, 19",
    "TVA 9 %, INVOICE.total_vat, ALIAS_AND_RATE, 9",
    "Montant TVA à 19%, INVOICE.total_vat, ALIAS_AND_RATE, 19",
    "TVA (en %), LINE.vat_rate, ALIAS,",
    "TVA en %, LINE.vat_rate, ALIAS,",
    "Taxes (%), LINE.vat_rate, ALIAS,",
    "Remise globale en %, INVOICE.global_discount_pct, ALIAS,",
    "VAT 19, INVOICE.total_vat, ALIAS_AND_RATE, 19",
    "Taxe 1, LINE.vat_rate, ALIAS,",
    "P.U.H.T., LINE.unit_price_ht, ALIAS,",
    "PUHT (DA), LINE.unit_price_ht, ALIAS_AND_UNIT, da",
    "NBRE, LINE.qty, ALIAS,",
    "N° Doc., INVOICE.doc_no, ALIAS,",
    "Nom/Raison Sociale, INVOICE.party_name, ALIAS,",
    "Désignation des produits/services, LINE.description, ALIAS,",
    "Desigation, LINE.description, SIMILARITY,",
    "Quantitée, LINE.qty, SIMILARITY,",
    "Date facturre, INVOICE.doc_date, SIMILARITY,",
    "Désignat., LINE.description, SIMILARITY,",
    "Raison socilae, INVOICE.party_name, SIMILARITY,",
    "DateFacture, INVOICE.doc_date, ALIAS,",
  })
  void recognisesHeaders(String header, String field, By by, @Nullable String hint) {
    Match match = ALIASES.match(header, INVOICE);
    assertThat(match.fields()).extracting(f -> f.scope() + "." + f.name()).containsExactly(field);
    assertThat(match.by()).isEqualTo(by);
    assertThat(match.hint()).isEqualTo(hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "---",
        "%",
        "12",
        "2026-04-03",
        "Comptage 4",
        "Taux",
        "Stock initial",
        "Montantdevise",
        "Total HT en %",
        "Taux TVA 19%",
        "Camembert 250 g",
        "Journal des ventes du mois d'avril 2026",
        "Compte",
        "Commune",
        "Devis",
        "Vendeur",
        "Wilaya",
        "Total colis",
        "Montant kg",
        "xyz"
      })
  void leavesTheOthersAlone(String header) {
    Match match = ALIASES.match(header, List.of("INVOICE", "LINE", "COUNT"));
    assertThat(match.isUnknown()).as(match.toString()).isTrue();
    assertThat(match.by()).isEqualTo(By.NOTHING);
  }

  /** « Dépôt » is well spelt where stock is counted, and elsewhere no « Deposit ». */
  @Test
  void whatAnotherDocumentKnowsIsNoSlipOfThePen() {
    assertThat(ALIASES.match("Dépôt", INVOICE).isUnknown()).isTrue();
    assertThat(names(ALIASES.match("Dépôt", List.of("COUNT")))).containsExactly("COUNT.warehouse");
  }

  @Test
  void givesEveryScopeItsCandidateInTheOrderAskedFor() {
    assertThat(names(ALIASES.match("N° commande", List.of("ORDER", "INVOICE"))))
        .containsExactly("ORDER.doc_no", "INVOICE.order_no");
    assertThat(names(ALIASES.match("N° commande", List.of("INVOICE", "ORDER"))))
        .containsExactly("INVOICE.order_no", "ORDER.doc_no");
    assertThat(names(ALIASES.match("N° commande", List.of("ORDER"))))
        .containsExactly("ORDER.doc_no");
  }

  @Test
  void whatAFeedSaysWinsOverAll() {
    Aliases feed =
        ALIASES.with(Map.of("total_ttc", List.of("Total HT"), "LINE.qty", List.of("Colis livrés")));
    assertThat(feed.match("TOTAL  ht", INVOICE))
        .satisfies(match -> assertThat(names(match)).containsExactly("INVOICE.total_ttc"))
        .satisfies(match -> assertThat(match.by()).isEqualTo(By.FEED));
    assertThat(names(feed.match("colis livres", INVOICE))).containsExactly("LINE.qty");
    assertThat(names(feed.match("N° facture", INVOICE))).containsExactly("INVOICE.doc_no");
    assertThat(names(ALIASES.match("Total HT", INVOICE))).containsExactly("INVOICE.total_ht");
  }

  @Test
  void refusesAFeedThatNamesNoField() {
    Map<String, List<String>> typo = Map.of("total_hat", List.of("HT"));
    assertThatThrownBy(() -> ALIASES.with(typo)).hasMessageContaining("total_hat");
  }

  private static List<String> names(Match match) {
    return match.fields().stream()
        .map(field -> field.scope() + "." + field.name())
        .collect(Collectors.toList());
  }
}
