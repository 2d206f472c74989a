package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;

/** Lists of products and parties from the drop folder to the catalog. */
class MasterDataIT extends InProcessHub {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final String PRODUCTS =
      "Code article;Désignation;Type;Unité;TVA;Code-barres;DLC (jours);Conditionnement;Facteur;Actif";
  private static final String PARTIES =
      "Code tiers;Raison sociale;Type;NIF;RC;AI;Délai de paiement;Plafond;E-mail";
  private static final String SALES =
      "N° facture;Date facture;Code client;Client;NIF client;Code article;Désignation;Qté;P.U. HT;TVA %";

  @Test
  void theSamplesAreCreatedThenUnchanged() throws IOException {
    byte[] products = Files.readAllBytes(SAMPLES.resolve("accounting.products/articles.csv"));
    HUB.drop("", "articles.csv", products);
    Acknowledgement made = HUB.awaitAcknowledgement("", "articles.csv");
    assertThat(made.value("Flux")).isEqualTo("accounting.products");
    assertThat(made.status()).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT uom_code || ' ' || trim_scale(factor_to_base) FROM product"
                        + " JOIN product_uom USING (product_id) WHERE product_code = 'FR-250'"
                        + " ORDER BY uom_code")
                .query(String.class)
                .list())
        .containsExactly("CTN 24", "PAL 1152");
    assertThat(number("SELECT count(*) FROM product WHERE product_code = 'ET-IML' AND NOT active"))
        .isEqualTo(1);
    HUB.drop("", "articles-encore.csv", withOneMoreLineEnd(products));
    Acknowledgement again = HUB.awaitAcknowledgement("", "articles-encore.csv");
    assertThat(again.count("Documents inchangés")).isEqualTo(5);
    HUB.drop("", "articles-bis.csv", products);
    assertThat(HUB.awaitAcknowledgement("", "articles-bis.csv").status()).isEqualTo("DUPLICATE");

    byte[] parties = Files.readAllBytes(SAMPLES.resolve("accounting.parties/tiers.csv"));
    HUB.drop("", "tiers.csv", parties);
    Acknowledgement people = HUB.awaitAcknowledgement("", "tiers.csv");
    assertThat(people.value("Flux")).isEqualTo("accounting.parties");
    assertThat(people.status()).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT concat_ws('|', wilaya, payment_terms_days, trim_scale(credit_limit),"
                        + " is_customer, is_supplier, provisional, rc_norm) FROM party"
                        + " WHERE party_code = 'C-014'")
                .query(String.class)
                .single())
        .isEqualTo("16|30|500000|t|f|f|12B01234561600");
    assertThat(rulesOf("tiers.csv")).contains("MDM-006");
    HUB.drop("", "tiers-encore.csv", withOneMoreLineEnd(parties));
    assertThat(HUB.awaitAcknowledgement("", "tiers-encore.csv").count("Documents inchangés"))
        .isEqualTo(3);
  }

  private static byte[] withOneMoreLineEnd(byte[] bytes) {
    byte[] more = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    more[bytes.length] = '\n';
    return more;
  }

  @Test
  void aProvisionalProductIsCompletedThenRevised() {
    HUB.drop("mst-vente.csv", SALES + "\nMST-1;15/10/2026;MST;Amel MST;;MST-1;Gouda;2;100,00;19\n");
    HUB.awaitAcknowledgement("mst-vente.csv");
    assertThat(provisional("MST-1")).isTrue();

    products("mst-1.csv", "mst-1;Gouda jeune;PF;kg;19;6130001234563;90;Carton;12;oui");
    assertThat(findings("mst-1.csv")).containsExactly("2 MDM-018 Code article");
    assertThat(provisional("MST-1")).isFalse();
    assertThat(message("mst-1.csv"))
        .contains("Désignation Gouda → Gouda jeune", "Unité PCE → KG", "Facteur CTN – → 12");

    Acknowledgement answer =
        products(
            "mst-2.csv",
            "MST-1;Gouda vieux;PF;kg;19;;180;Carton;10;oui",
            "MST-1;Gouda vieux;PF;kg;19;;200;;;oui");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(findings("mst-2.csv"))
        .containsExactly("2 MDM-017 Code article", "3 FIL-013 DLC (jours)");
    assertThat(message("mst-2.csv")).contains("DLC (jours) 90 → 180", "Facteur CTN 12 → 10");
    assertThat(number("SELECT shelf_life_days FROM product WHERE product_code = 'MST-1'"))
        .isEqualTo(180);
  }

  @Test
  void aProductThatCannotBeIsRefusedAndComesBackCorrected() throws IOException {
    products("bad-0.csv", "BAD-0;Tomme;PF;kg;19;;60;;;oui");
    Acknowledgement answer =
        products(
            "bad.csv",
            "BAD-1;Edam;PF;seaux;21;;30;;;oui",
            "BAD-2;Edam;PF;bidon;19;;30;;;oui",
            "BAD-3;Edam;;U;19;;1,5;;;oui",
            "BAD-0;Tomme;PF;U;19;;60;;;oui",
            "BAD-4;Edam;PF;kg;19;6130001234560;30;;;oui",
            "BAD-5;Edam;PF;kg;19;;30;Carton;0;oui");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(findings("bad.csv"))
        .containsExactlyInAnyOrder(
            "2 INV-016 TVA",
            "3 MDM-008 Unité",
            "4 FMT-001 Type",
            "4 MDM-019 DLC (jours)",
            "5 MDM-020 Unité",
            "6 MDM-010 Code-barres",
            "7 MDM-008 Facteur");
    assertThat(number("SELECT count(*) FROM product WHERE product_code LIKE 'BAD-%'")).isEqualTo(2);
    assertThat(number("SELECT count(gtin) FROM product WHERE product_code = 'BAD-4'")).isZero();

    Row row = answer.correction().getRow(1);
    row.getCell(4).setCellValue("19");
    HUB.drop("products", "bad-corrige.xlsx", answer.bytes());
    HUB.awaitAcknowledgement("products", "bad-corrige.xlsx");
    assertThat(number("SELECT count(*) FROM product WHERE product_code = 'BAD-1'")).isEqualTo(1);
  }

  @Test
  void aListWithoutAColumnThatNewProductsNeedIsRefusedInOneSentence() {
    products("typ-0.csv", "TYP-0;Tomme;PF;kg;19;;60;;;oui");
    HUB.drop(
        "products",
        "sans-type.csv",
        "Code article;Désignation;Unité;TVA\nTYP-0;Tomme douce;kg;19\nTYP-1;Edam;kg;19\nTYP-2;Brie;kg;19\n"
            .getBytes(UTF_8));
    Acknowledgement answer = HUB.awaitAcknowledgement("products", "sans-type.csv");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(findings("sans-type.csv")).containsExactly("3 FIL-004");
    assertThat(answer.sentence())
        .contains("Colonne(s) obligatoire(s) absente(s) : Type")
        .contains("« TYP-1 » (ligne 3)");
    assertThat(number("SELECT count(*) FROM product WHERE name = 'Tomme douce'")).isZero();

    HUB.drop(
        "products",
        "connus.csv",
        "Code article;Désignation;Actif\nTYP-0;Tomme douce;oui\n".getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("products", "connus.csv").status()).isEqualTo("POSTED");
    assertThat(number("SELECT count(*) FROM product WHERE name = 'Tomme douce'")).isEqualTo(1);
  }

  @Test
  void aPartyThatADocumentMadeGetsItsCodeAndItsTerms() {
    HUB.drop(
        "prv-1.csv",
        SALES
            + "\nPRV-1;15/10/2026;;Fromagerie PRV;001216000000071;ART-V;Brie;1;100,00;19"
            + "\nPRV-2;15/10/2026;;Laiterie PRV;;ART-V;Brie;1;100,00;19\n");
    HUB.awaitAcknowledgement("prv-1.csv");

    parties(
        "prv-2.csv",
        "PRV-A;SARL Fromagerie PRV;Client;001216000000071;12B0123456;16012345;45;1000;a@b.example",
        "PRV-B;Laiterie PRV;Grossiste;;12B0123457;16012346;15;2000;");
    assertThat(findings("prv-2.csv"))
        .containsExactlyInAnyOrder(
            "2 MDM-018 Code tiers", "3 MDM-018 Code tiers", "3 MDM-006 Code tiers");
    assertThat(
            db.sql(
                    "SELECT concat_ws('|', party_code, customer_type, payment_terms_days, provisional)"
                        + " FROM party WHERE name_norm LIKE '%PRV' ORDER BY party_code")
                .query(String.class)
                .list())
        .containsExactly("PRV-A|45|f", "PRV-B|GROSSISTE|15|f");

    HUB.drop("prv-3.csv", SALES + "\nPRV-3;16/10/2026;;Laiterie PRV;;ART-V;Brie;1;100,00;19\n");
    HUB.awaitAcknowledgement("prv-3.csv");
    assertThat(
            number(
                "SELECT count(*) FROM invoice JOIN party ON party_id = receiver_id"
                    + " WHERE party_code = 'PRV-B'"))
        .isEqualTo(2);
  }

  @Test
  void oneNifIsOnePartyAndTermsAreWithinReason() {
    Acknowledgement answer =
        parties(
            "nif-fiches.csv",
            "NIF-1;Amel Un;Client;001216000000081;12B0123458;16012347;30;;",
            "NIF-2;Amel Deux;Client;001216000000081;12B0123459;16012348;30;;",
            "NIF-3;Amel Trois;Fournisseur;12345;12B0123460;16012349;30;;",
            "NIF-4;Amel Quatre;Client;;;;400;-5;amel",
            ";Amel Cinq;Client;;;;30;;");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(findings("nif-fiches.csv"))
        .filteredOn(finding -> !finding.contains("MDM-006"))
        .containsExactlyInAnyOrder(
            "3 MDM-013 NIF",
            "4 MDM-005 NIF",
            "5 MDM-019 Délai de paiement",
            "5 MDM-019 Plafond",
            "5 MDM-019 E-mail",
            "6 FMT-001 Code tiers");
    parties("nif-role.csv", "NIF-1;Amel Un;Fournisseur;;;;;;");
    assertThat(
            number(
                "SELECT count(*) FROM party WHERE party_code = 'NIF-1' AND is_customer"
                    + " AND is_supplier AND nif = '001216000000081'"))
        .isEqualTo(1);
  }

  @Test
  void ofTheCompanyItselfOnlyMissingIdentifiersAreTaken() {
    parties("own-1.csv", "OWN;Autre nom;Client;000016001234567;25B1234567;16098765;10;;");
    assertThat(findings("own-1.csv")).contains("2 MDM-021 Code tiers", "2 MDM-017 Code tiers");
    Acknowledgement again =
        parties(
            "own-2.csv",
            "OWN;;;001216000000092;25B1234567;16098765;;;",
            "AUT;Aut;Client;000016001234567;;;;;");
    assertThat(again.status()).isEqualTo("PARTIAL");
    assertThat(findings("own-2.csv")).contains("2 MDM-021 Code tiers", "3 MDM-013 NIF");
    assertThat(
            db.sql(
                    "SELECT concat_ws('|', name, nif, rc, is_customer, payment_terms_days) FROM party"
                        + " WHERE is_own")
                .query(String.class)
                .single())
        .isEqualTo("Manchengo|000016001234567|25B1234567|f|30");
  }

  @Test
  void aFileThatIsRefusedAsAWholeIsJudgedWithoutWriting() throws IOException {
    Path feed = HUB.home().resolve("config/feeds/entiers.parties.yaml");
    Files.writeString(
        feed,
        """
        feed: entiers.parties
        document: parties
        description: Un partenaire dont les fiches passent toutes ou aucune
        folder: true
        recognise:
          headers: [Code tiers, Plafond]
        policy: whole-file
        """);
    try {
      await("drop folder of the feed").until(() -> Files.isDirectory(HUB.inbox("entiers/parties")));
      String rows = PARTIES + "\nENT-P;Ent Un;Client;;;;30;;\nENT-P;Ent Un;Client;;;;30;;\n";
      HUB.drop("entiers/parties", "entier.csv", (rows + "ENT-Q;;Client;;;;30;;\n").getBytes(UTF_8));
      Acknowledgement answer = HUB.awaitAcknowledgement("entiers/parties", "entier.csv");
      assertThat(answer.status()).isEqualTo("REJECTED");
      assertThat(rulesOf("entier.csv")).contains("FMT-001", "MDM-016");
      assertThat(number("SELECT count(*) FROM party WHERE party_code LIKE 'ENT-P'")).isZero();
    } finally {
      Files.delete(feed);
    }
  }

  private static Acknowledgement products(String name, String... rows) {
    return drop("products", name, PRODUCTS, rows);
  }

  private static Acknowledgement parties(String name, String... rows) {
    return drop("parties", name, PARTIES, rows);
  }

  private static Acknowledgement drop(String folder, String name, String header, String... rows) {
    String text =
        Stream.concat(Stream.of(header), Stream.of(rows))
            .collect(Collectors.joining("\n", "", "\n"));
    HUB.drop(folder, name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement(folder, name);
  }

  private boolean provisional(String code) {
    return db.sql("SELECT provisional FROM product WHERE product_code = :code")
        .param("code", code)
        .query(Boolean.class)
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

  /** Of the first finding. */
  private String message(String name) {
    return db.sql("SELECT message FROM finding WHERE submission_id = :id ORDER BY id LIMIT 1")
        .param("id", idOf(name))
        .query(String.class)
        .single();
  }
}
