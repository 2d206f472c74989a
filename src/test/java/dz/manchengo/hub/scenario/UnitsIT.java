package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.QuantityUnit;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Masses and volumes convert by themselves; a price tells whether it is one of the small unit. */
class UnitsIT extends InProcessHub {
  private static final String SALES =
      "N° facture;Date facture;Client;Produit;%s;P.U. HT;TVA %%%s\r\n";

  @BeforeEach
  void theArticleIsKeptInKilograms() {
    HUB.drop(
        "products",
        "unites.csv",
        "Code article;Désignation;Type;Unité;TVA\r\nUNT-1;Gouda à la coupe;PF;kg;19\r\n"
            .getBytes(UTF_8));
    HUB.awaitAcknowledgement("products", "unites.csv");
  }

  @Test
  void aPriceOfAKilogramIsNotTakenForOneOfAGram() {
    HUB.drop(
        "unites-g.csv",
        SALES.formatted("Quantité (g)", "") + "UN-1;25/03/2026;Amel UN;UNT-1;500;1450;19\r\n");
    HUB.awaitAcknowledgement("unites-g.csv");
    assertThat(rulesOf("unites-g.csv")).contains("MDM-023");

    HUB.drop(
        "unites-gm.csv",
        SALES.formatted("Quantité (g)", ";Montant net HT")
            + "UN-2;25/03/2026;Amel UN;UNT-1;500;1,45;19;725,00\r\n");
    assertThat(HUB.awaitAcknowledgement("unites-gm.csv").figure("Total HT comptabilisé (DA)"))
        .isEqualTo(725.0);
    assertThat(
            amount(
                "SELECT qty_base FROM invoice_line JOIN invoice USING (invoice_id)"
                    + " WHERE invoice_no = 'UN-2'"))
        .isEqualByComparingTo("0.5");
  }

  @Test
  void besideANameProduitIsTheCode() {
    HUB.drop(
        "unites-item.csv",
        """
        Invoice No,Invoice Date,Customer Code,Customer Name,Item,Description,Quantity,Unit Price,VAT Rate
        UN-EN-1,2026-01-15,UN-C9,"Amel UN, Ltd",UNT-A,"Cheese, fresh",2,"1,250.50",19
        UN-EN-2,2026-01-16,UN-C9,"Amel UN, Ltd",UNT-A,"Cheese, fresh",3,10.00,9
        """);
    assertThat(HUB.awaitAcknowledgement("unites-item.csv").status()).isEqualTo("POSTED");
    assertThat(
            number(
                "SELECT count(*) FROM invoice_line l JOIN invoice USING (invoice_id)"
                    + " JOIN product p USING (product_id) WHERE invoice_no LIKE 'UN-EN-%'"
                    + " AND product_code = 'UNT-A' AND l.description = 'Cheese, fresh'"))
        .isEqualTo(2);
  }

  /** « Produit » holds codes as often as names; Odoo writes both. */
  @Test
  void aCodeUnderProduitIsTheArticle() {
    HUB.drop(
        "unites-code.csv",
        SALES.formatted("Qté", "")
            + "UN-3;25/03/2026;Amel UN;unt-1;2;1450;19\r\n"
            + "UN-3;25/03/2026;Amel UN;[UNT-1] Gouda;3;1450;19\r\n");
    assertThat(HUB.awaitAcknowledgement("unites-code.csv").status()).isEqualTo("POSTED");
    assertThat(
            number(
                "SELECT count(DISTINCT product_id) FROM invoice_line l JOIN invoice USING (invoice_id)"
                    + " JOIN product p USING (product_id) WHERE invoice_no = 'UN-3' AND product_code = 'UNT-1'"))
        .isEqualTo(1);
    assertThat(rulesOf("unites-code.csv")).doesNotContain("MDM-001");
  }

  /** Read as if both were of one unit, the first one would be a thousand times too much. */
  @Test
  void thePriceOfAUnitInItsHeaderIsOneOfThatUnit() {
    String header = "N° facture;Date facture;Client;Désignation;Qté;Unité;PU HT/kg;TVA %\n";
    HUB.drop(
        "unites-prix.csv",
        header
            + """
            UN-P1;25/03/2026;Amel UN;Comté UP;500;g;850,00;19
            UN-P2;25/03/2026;Amel UN;Comté UP;2;kg;850,00;19
            UN-P3;25/03/2026;Amel UN;Meule UP;2;Pièce;850,00;19
            """);
    HUB.drop(
        "unites-prix-g.csv",
        header.replace("Qté;Unité;PU HT/kg", "Qté (g);PU HT (DA/kg)")
            + "UN-P4;25/03/2026;Amel UN;Comté UP;500;850,00;19\n");
    HUB.drop(
        "unites-prix-poids.csv",
        header.replace("Qté;Unité;PU", "Nombre;Poids (kg);PU")
            + "UN-P5;25/03/2026;Amel UN;Meule UP;2;15,5;850,00;19\n");
    HUB.drop(
        "unites-prix-montant.csv",
        header.replace("Qté;Unité;PU HT/kg", "Qté (cartons);PU HT (pièce);Montant HT")
            + "UN-P6;25/03/2026;Amel UN;Comté UP;10;100,00;1000,00;19\n");

    assertThat(HUB.awaitAcknowledgement("unites-prix.csv").figure("Total HT comptabilisé (DA)"))
        .isEqualTo(2125.0);
    assertThat(rulesOf("unites-prix.csv")).contains("FMT-034");
    assertThat(
            db.sql("SELECT value FROM finding WHERE rule_code = 'FMT-034' AND submission_id = :id")
                .param("id", idOf("unites-prix.csv"))
                .query(String.class)
                .single())
        .isEqualTo("850");
    assertThat(HUB.awaitAcknowledgement("unites-prix-g.csv").figure("Total HT comptabilisé (DA)"))
        .isEqualTo(425.0);
    HUB.awaitAcknowledgement("unites-prix-poids.csv");
    assertThat(rulesOf("unites-prix-poids.csv")).contains("FMT-034");
    assertThat(
            HUB.awaitAcknowledgement("unites-prix-montant.csv")
                .figure("Total HT comptabilisé (DA)"))
        .isEqualTo(1000.0);
  }

  @Test
  void whatAFactoryBuysBesidesItsProductsHasUnitsToo() {
    HUB.drop(
        "unites-achats.csv",
        """
        N° facture;Date facture;Client;Désignation;Unité;Quantité;P.U. HT;TVA %
        UN-A1;25/03/2026;Amel UN;Sel fin UN;;10 sacs;900;19
        UN-A1;25/03/2026;Amel UN;Carrelage UN;m²;12,5;1200;19
        UN-A1;25/03/2026;Amel UN;Installation UN;Forfait;0,5;90000;19
        UN-A1;25/03/2026;Amel UN;Location UN;Jours;3;4000;19
        UN-A1;25/03/2026;Amel UN;Tuyau UN;ML;40;350;19
        UN-A2;25/03/2026;Amel UN;Câble UN;truc;40;350;19
        """);
    Acknowledgement answer = HUB.awaitAcknowledgement("unites-achats.csv");
    assertThat(
            db.sql(
                    "SELECT l.description || ' ' || l.uom_code || ' ' || trim_scale(l.qty) FROM invoice_line l"
                        + " JOIN invoice USING (invoice_id) WHERE invoice_no = 'UN-A1'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "Sel fin UN SAC 10",
            "Carrelage UN M2 12.5",
            "Installation UN FORF 0.5",
            "Location UN JOUR 3",
            "Tuyau UN ML 40");
    assertThat(rulesOf("unites-achats.csv")).contains("MDM-027", "MDM-008");
    assertThat(answer.cells("À corriger").toString())
        .contains("Unité « truc » inconnue", "Câble UN", "bac, bid, brq");
  }

  /** The table and the reader of « 250 g » convert alike. */
  @Test
  void aUnitBesideAQuantityIsWorthWhatTheTableSays() {
    assertThat(
            db.sql("SELECT uom_code || ' ' || coalesce(trim_scale(measure)::text, '-') FROM uom")
                .query(String.class)
                .list())
        .containsAll(Stream.of(QuantityUnit.values()).map(UnitsIT::withMeasure).toList());
  }

  private static String withMeasure(QuantityUnit unit) {
    BigDecimal measure = unit.measure();
    return unit + " " + (measure == null ? "-" : measure.stripTrailingZeros().toPlainString());
  }
}
