package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One row moves goods from a warehouse to another. */
class StockTransfersIT extends MovementScenario {
  @Test
  void oneRowWithADestinationIsATransferOfTwoEntries() {
    String header = "Date;Origine;Code;Produit;Quantité;Dépôt;Dépôt destination;Référence\r\n";
    Acknowledgement answer =
        drop(
            "tra.csv",
            header
                + row("15/10/2026;RECEPTION;TRA-1;Sacs;100;TRA A;;REC-TRA-1")
                + row("16/10/2026;Transfert;TRA-1;Sacs;30;TRA A;TRA B;BT-1")
                + row("16/10/2026;Transfert;TRA-1;Sacs;30;TRA A;TRA A;BT-2")
                + row("16/10/2026;Transfert;TRA-1;Sacs;30;TRA A;;BT-3")
                + row("16/10/2026;Vente;TRA-1;Sacs;5;TRA A;TRA B;BL-1"));

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("tra.csv")).contains("MVT-001", "FMT-001");
    assertThat(
            db.sql(
                    "SELECT w.code || ' ' || trim_scale(s.qty) FROM v_stock s JOIN warehouse w"
                        + " USING (warehouse_id) JOIN product USING (product_id)"
                        + " WHERE product_code = 'TRA-1' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("TRA A 70", "TRA B 30");
  }

  @Test
  void aTransferGoesFromTheSourceThatTheFileNamesAndFromNoOther() {
    String header = "Date;Mouvement;Code article;%sDépôt destination;Quantité;Référence\r\n";
    drop(
        "trf-1.csv",
        header.formatted("Dépôt source;") + row("15/10/2026;Transfert;TRF-1;NORD;SUD;10;T-1"));
    assertThat(
            db.sql(
                    "SELECT w.code || ' ' || trim_scale(s.qty) FROM v_stock s JOIN product USING (product_id)"
                        + " JOIN warehouse w USING (warehouse_id) WHERE product_code = 'TRF-1' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("NORD -10", "SUD 10");

    Acknowledgement answer =
        drop("trf-2.csv", header.formatted("") + row("15/10/2026;Transfert;TRF-1;SUD;10;T-2"));
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("trf-2.csv")).contains("FMT-001");
  }
}
