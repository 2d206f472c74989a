package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;

/** Lists of products: what is completed, revised and refused. */
class ProductListsIT extends MasterDataScenario {
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
            "BAD-2;Edam;PF;bidule;19;;30;;;oui",
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
  void howManyAreInAPackIsNotKeptWithoutTheUnitAndThatIsTold() {
    HUB.drop(
        "products",
        "colisage.csv",
        """
        Code article;Désignation;Type;Unité;TVA;Colisage;Périssable
        COL-1;Camembert COL;PF;U;19;12;Oui
        COL-2;Sel COL;MP;KG;19;;Non
        COL-3;Fondu COL;PF;U;19;24;Oui
        """
            .getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("products", "colisage.csv").status()).isEqualTo("POSTED");
    assertThat(findings("colisage.csv")).containsOnlyOnce("2 MDM-034 Colisage");
    assertThat(
            number("SELECT count(*) FROM product WHERE product_code LIKE 'COL-_' AND perishable"))
        .isEqualTo(2);
  }

  @Test
  void whatAListDoesNotGiveIsGuessedAndAskedForOnce() {
    products("typ-0.csv", "TYP-0;Tomme;PF;kg;19;;60;;;oui");
    HUB.drop(
        "products",
        "sans-type.csv",
        "Code article;Désignation;Unité\nTYP-0;Tomme douce;kg\nTYP-1;Edam;kg\nTYP-2;Brie;kg\nTYP-3;;kg\n"
            .getBytes(UTF_8));
    Acknowledgement answer = HUB.awaitAcknowledgement("products", "sans-type.csv");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(findings("sans-type.csv"))
        .containsExactly(
            "2 MDM-017 Code article", "3 MDM-026 Code article", "5 FMT-001 Désignation");
    assertThat(provisional("TYP-0")).isFalse();
    assertThat(provisional("TYP-2")).isTrue();

    products("typ-2.csv", "TYP-2;Brie;PF;pce;9;;60;;;oui");
    assertThat(findings("typ-2.csv")).containsExactly("2 MDM-018 Code article");
    assertThat(provisional("TYP-2")).isFalse();
  }

  @Test
  void aCodeAndANameAreAList() {
    HUB.drop("products", "deux.csv", "Code;Désignation\nTYP-8;Edam\nTYP-9;Brie\n".getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("products", "deux.csv").status()).isEqualTo("POSTED");
    assertThat(provisional("TYP-9")).isTrue();
    HUB.drop("parties", "deux-t.csv", "Code,Nom\nTYP-C1,Un\nTYP-C2,Deux\n".getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("parties", "deux-t.csv").status()).isEqualTo("POSTED");
    assertThat(number("SELECT count(*) FROM party WHERE party_code LIKE 'TYP-C_'")).isEqualTo(2);
  }

  /** A column that is not in the file changes nothing: new articles alone are followed by lots. */
  @Test
  void aListWithoutAWordOnLotsLeavesThemAsTheyAreKnown() {
    HUB.drop(
        "orders",
        "suivi-1.csv",
        "N° commande;Date commande;Client;Code article;Désignation;Qté;P.U. HT;TVA %\nSUI-1;15/01/2026;Client SUI;SUI-1;Edam SUI;1;100;19\n"
            .getBytes(UTF_8));
    HUB.awaitAcknowledgement("orders", "suivi-1.csv");
    HUB.drop(
        "products",
        "suivi-2.csv",
        "Code article;Désignation;Type;Unité;TVA\nSUI-1;Edam SUI;PF;kg;19\nSUI-2;Brie SUI;PF;kg;19\n"
            .getBytes(UTF_8));
    HUB.awaitAcknowledgement("products", "suivi-2.csv");
    assertThat(
            number(
                "SELECT count(*) FROM product WHERE product_code LIKE 'SUI-_' AND NOT provisional AND lot_tracked = (product_code = 'SUI-2')"))
        .isEqualTo(2);
    assertThat(message("suivi-2.csv")).contains("Unité PCE → KG").doesNotContain("non → oui");

    HUB.drop(
        "products",
        "suivi-3.csv",
        "Code article;Désignation;Suivi par lot\nSUI-1;Edam SUI;oui\n".getBytes(UTF_8));
    HUB.awaitAcknowledgement("products", "suivi-3.csv");
    assertThat(message("suivi-3.csv")).contains("Suivi par lot non → oui");
  }

  @Test
  void aProvisionalProductKeepsTheUnitInWhichItsStockIsCounted() {
    HUB.drop(
        "stock-movements",
        "unite-mvt.csv",
        "Date;Origine;Code article;Désignation;Qté;Unité;Dépôt;Réf\n15/01/2026;Réception;UNI-1;Edam UNI;10;CTN;PRINCIPAL;UN-1\n"
            .getBytes(UTF_8));
    Acknowledgement moved = HUB.awaitAcknowledgement("stock-movements", "unite-mvt.csv");
    assertThat(moved.status()).as("%s", moved.cells("Constats")).isEqualTo("POSTED");
    assertThat(number("SELECT count(*) FROM stock_movement WHERE ref_no = 'UN-1'")).isEqualTo(1);

    Acknowledgement answer =
        products(
            "unite.csv", "UNI-1;Edam UNI;PF;U;19;;60;;;oui", "UNI-2;Brie UNI;PF;U;19;;60;;;oui");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(findings("unite.csv")).containsExactly("2 MDM-025 Unité");
    assertThat(message("unite.csv"))
        .contains("ne peut pas passer de CTN à PCE", "par exemple « UN-1 »");
    assertThat(provisional("UNI-1")).isTrue();

    products("unite-2.csv", "UNI-1;Edam UNI;PF;CTN;19;;60;;;oui");
    assertThat(findings("unite-2.csv")).containsExactly("2 MDM-018 Code article");
    assertThat(provisional("UNI-1")).isFalse();
  }

  private boolean provisional(String code) {
    return db.sql("SELECT provisional FROM product WHERE product_code = :code")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  /** Of the first finding. */
  private String message(String name) {
    return db.sql("SELECT message FROM finding WHERE submission_id = :id ORDER BY id LIMIT 1")
        .param("id", idOf(name))
        .query(String.class)
        .single();
  }
}
