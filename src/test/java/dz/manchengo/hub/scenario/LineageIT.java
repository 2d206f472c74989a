package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From what was made to the file and row it came by, and back. */
class LineageIT extends InProcessHub {
  @Test
  void documentsTheirLinesAndTheRecordsTheyMadeKnowTheirRows() {
    HUB.drop(
        "invoices",
        "lignee.csv",
        InvoiceText.file(
                InvoiceText.invoice("LIG-1", 2)
                    .with(0, "Code article", "LIG-A")
                    .with(1, "Code article", "LIG-B")
                    .with(0, "Code client", "LIG-C")
                    .with(1, "Code client", "LIG-C")
                    .with(0, "Client", "Client de la lignée")
                    .with(1, "Client", "Client de la lignée"))
            .getBytes(StandardCharsets.UTF_8));
    HUB.awaitAcknowledgement("lignee.csv");

    assertThat(lineage("document IN ('LIG-1', 'LIG-A', 'LIG-B', 'LIG-C')"))
        .containsExactlyInAnyOrder(
            "invoice LIG-1 - lignee.csv 2",
            "invoice-line LIG-1 1 lignee.csv 2",
            "invoice-line LIG-1 2 lignee.csv 3",
            "party LIG-C - lignee.csv 2",
            "product LIG-A - lignee.csv 2",
            "product LIG-B - lignee.csv 3");
    assertThat(lineage("submission_id = " + idOf("lignee.csv") + " AND sheet = '' AND row_no = 3"))
        .containsExactlyInAnyOrder(
            "invoice-line LIG-1 2 lignee.csv 3", "product LIG-B - lignee.csv 3");
  }

  @Test
  void aRecordKnowsTheRowsOfEveryListThatWroteIt() {
    String header = "Code tiers;Raison sociale;Type;E-mail\r\n";
    drop("lig-1.csv", header + "LIG-T;Tiers LIG;client;a@lig.dz\r\n");
    drop(
        "lig-2.csv",
        header + "LIG-U;Autre LIG;client;u@lig.dz\r\nLIG-T;Tiers LIG;client;b@lig.dz\r\n");

    assertThat(lineage("document = 'LIG-T'"))
        .containsExactlyInAnyOrder("party LIG-T - lig-1.csv 2", "party LIG-T - lig-2.csv 3");
  }

  private static void drop(String name, String text) {
    HUB.drop("parties", name, text.getBytes(StandardCharsets.UTF_8));
    HUB.awaitAcknowledgement("parties", name);
  }

  private List<String> lineage(String condition) {
    return db.sql(
            "SELECT concat_ws(' ', kind, document, coalesce(line_no::text, '-'), file, row_no)"
                + " FROM v_lineage WHERE "
                + condition)
        .query(String.class)
        .list();
  }
}
