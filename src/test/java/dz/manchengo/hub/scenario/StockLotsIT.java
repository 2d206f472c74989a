package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lots that movements name, and those that they leave out. */
class StockLotsIT extends MovementScenario {
  @Test
  void aLotIsAskedForWhereTheProductHasLotsAndToldWhereAnotherProductHasIt() {
    drop(
        "lot-1.csv",
        HEADER
            + row("15/10/2026;IN;RECEPTION;LOT-A;Gouda;L-99;;10;50;REC-LOT-1")
            + row("15/10/2026;IN;RECEPTION;LOT-B;Edam;l 99;;10;50;REC-LOT-1"));
    assertThat(rulesOf("lot-1.csv")).contains("LOT-003");
    db.sql("UPDATE product SET lot_tracked = true WHERE product_code = 'LOT-A'").update();

    Acknowledgement answer =
        drop("lot-2.csv", HEADER + row("16/10/2026;OUT;VENTE;LOT-A;Gouda;;;1;;F-LOT-1"));

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("lot-2.csv")).containsExactly("LOT-001");
  }

  @Test
  void theErpsReportNamesNoLotsAndItsMovementsCountAllTheSame() {
    drop(
        "lot-3.csv",
        HEADER + row("15/10/2026;IN;RECEPTION;LOT-C;Brie;L-98;PRINCIPAL;10;50;REC-LOT-3"));
    db.sql("UPDATE product SET lot_tracked = true WHERE product_code = 'LOT-C'").update();

    Acknowledgement answer =
        drop(
            "lot-4.csv",
            "Date;Type;Origine;Code;Produit;Quantite;Reference;Utilisateur\r\n"
                + row("16/10/2026;OUT;VENTE;LOT-C;Brie;4;F-LOT-4;admin"));

    assertThat(answer.value("Flux")).isEqualTo("erp.stock-movements");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(rulesOf("lot-4.csv")).contains("LOT-001");
    assertThat(quantity("LOT-C")).isEqualTo("6.0000");
  }
}
