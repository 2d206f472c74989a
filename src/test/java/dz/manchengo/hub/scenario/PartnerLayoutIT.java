package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two partners whose files nobody could guess, each taught by one YAML file in a running hub. */
class PartnerLayoutIT extends InProcessHub {
  @Test
  void rowsThatSayWhatTheyAreInTheirFirstCell() throws IOException {
    teach(
        "comptoir.invoices",
        """
        feed: comptoir.invoices
        document: invoices
        description: Export du comptoir, une ligne E par facture, une ligne L par article
        typed-rows:
          header: {type: E, columns: [Pièce, Date, Tiers, Nom du tiers, Règlement]}
          line: {type: L, columns: [Réf, Libellé, Qté, P.U. HT, TVA %]}
          ignore: [P]
        columns:
          doc_no: [Pièce]
          party_code: [Tiers]
          party_name: [Nom du tiers]
          payment_method: [Règlement]
          product_code: [Réf]
          description: [Libellé]
        unknown-party: create
        unknown-product: create
        """);
    HUB.drop(
        "",
        "comptoir.txt",
        """
        E;TR-001;05/01/2026;CT-1;Épicerie Typée;Virement
        L;G1;Gouda;2;1 250,50;19
        L;E1;Edam;3;100,00;9
        E;TR-002;06/01/2026;CT-2;Épicerie Rangée;Chèque
        L;G1;Gouda;deux;1 250,50;19
        P;fin
        E;TR-003;07/01/2026;CT-1;Épicerie Typée;Virement
        L;E1;Edam;1;100,00;9
        Z;?
        """
            .getBytes(StandardCharsets.UTF_8));

    Acknowledgement answer = HUB.awaitAcknowledgement("", "comptoir.txt");

    assertThat(answer.value("Flux")).isEqualTo("comptoir.invoices");
    assertThat(answer.value("Types de lignes")).isEqualTo("E, L");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("comptoir.txt")).containsExactly("TR-001", "TR-003");
    assertThat(answer.count("Lignes lues")).isEqualTo(5);
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(2901.0);
    assertThat(answer.cells("À corriger").get(1)).contains("TR-002", "CT-2", "Gouda", "deux");
    assertThat(answer.cells("Constats").toString())
        .contains(
            "Ligne 9 illisible : le type de ligne « Z » n'est pas de ceux que le flux connaît");

    answer.correction().getRow(1).getCell(column(answer, "Qté")).setCellValue("2");
    answer.correction().removeRow(answer.correction().getRow(2));
    HUB.drop("", "comptoir-corrige.xlsx", answer.bytes());
    Acknowledgement corrected = HUB.awaitAcknowledgement("", "comptoir-corrige.xlsx");
    assertThat(corrected.value("Flux")).isEqualTo("comptoir.invoices");
    assertThat(corrected.status()).isEqualTo("POSTED");
    assertThat(invoicesOf("comptoir-corrige.xlsx")).containsExactly("TR-002");

    HUB.drop( // the same names as headers of an ordinary table are nobody's types of rows
        "comptoir-table.csv",
        """
        Pièce;Date;Tiers;Nom du tiers;Règlement;Réf;Libellé;Qté;P.U. HT;TVA %
        TR-004;08/01/2026;CT-1;Épicerie Typée;Virement;E1;Edam;1;100,00;9
        """);
    assertThat(HUB.awaitAcknowledgement("comptoir-table.csv").value("Flux"))
        .isNotEqualTo("comptoir.invoices");
  }

  /** Nobody finds « ~ » by looking; who declares it need not. */
  @Test
  void aDelimiterThatOnlyTheFeedKnows() throws IOException {
    teach(
        "tilde.invoices",
        """
        feed: tilde.invoices
        document: invoices
        description: Export à tildes
        recognise: {headers: [TLD_NO, TLD_DT]}
        delimiter: "~"
        columns:
          doc_no: [TLD_NO]
          doc_date: [TLD_DT]
        unknown-party: create
        unknown-product: create
        """);
    HUB.drop(
        "tildes.txt",
        """
        TLD_NO~TLD_DT~Code client~Client~Désignation~Qté~P.U. HT~TVA %
        TLD-1~05/01/2026~TL-1~Épicerie Tilde~Gouda tilde~2~1 250,50~19
        TLD-1~05/01/2026~TL-1~Épicerie Tilde~Edam; Brie tilde~3~100,00~9
        """);

    Acknowledgement answer = HUB.awaitAcknowledgement("tildes.txt");
    assertThat(answer.status()).as(answer.sentence()).isEqualTo("POSTED");
    assertThat(answer.value("Flux")).isEqualTo("tilde.invoices");
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(2801.0);
  }

  private static int column(Acknowledgement answer, String header) {
    return answer.cells("À corriger").get(0).indexOf(header);
  }

  @Test
  void headersNobodyKnowsCentimesMonthFirstDatesAndACodePrefix() throws IOException {
    teach(
        "frigo-est.invoices",
        """
        feed: frigo-est.invoices
        document: invoices
        description: Relevé du dépôt frigorifique de l'est, prix en centimes, dates à l'américaine
        recognise:
          headers: [Kz, Tag, Wer]
        delimiter: "|"
        decimal-mark: "."
        date-order: MDY
        money-unit-by-field: {unit_price_ht: CENTIME}
        columns:
          doc_no: [Kz]
          doc_date: [Tag]
          party_code: [Wer]
          product_code: [Ding]
          description: [Was]
          qty: [Wieviel]
          unit_price_ht: [Preis]
        ignore: [Lfd]
        strip:
          party_code: '^FE-'
        constants:
          vat_rate: "9"
        unknown-party: create
        unknown-product: create
        """);
    String name = "frigo.txt";
    HUB.drop(
        "",
        name,
        """
        Lfd|Kz|Tag|Wer|Ding|Was|Wieviel|Preis
        1|E/551|02/03/2026|FE-0881|D1|Gouda|1.500|120000
        2|E/551|02/03/2026|FE-0881|D2|Edam|2|5050
        3|E/552|02/04/2026|FE-0882|D1|Gouda|10|120000
        """
            .getBytes(StandardCharsets.UTF_8));

    Acknowledgement answer = HUB.awaitAcknowledgement("", name);

    assertThat(answer.value("Flux")).isEqualTo("frigo-est.invoices");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(13_901.00);
    assertThat(told(name))
        .containsExactly(
            "E/551 2026-02-03 0881 1901.00 9.00", "E/552 2026-02-04 0882 12000.00 9.00");
  }

  @Test
  void anotherLanguageColumnsToBeLeftOutAndEveryRowACreditNote() throws IOException {
    teach(
        "retours-sud.invoices",
        """
        feed: retours-sud.invoices
        document: invoices
        description: Avoirs du grossiste du sud, montants négatifs, le client est toujours le même
        recognise:
          headers: [Folio, Cuando]
        columns:
          doc_no: [Folio]
          doc_date: [Cuando]
          description: [Queso]
          qty: [Piezas]
          unit_price_ht: [Precio]
          original_no: [Origen]
        ignore: [Precio sugerido]
        constants:
          party_code: SUD-01
          party_name: Grossiste du Sud
          vat_rate: "19"
        credit-note-number: '^RT'
        unknown-party: create
        unknown-product: create
        severities: {INV-034: INFO}
        """);
    String name = "retours.csv";
    HUB.drop(
        "",
        name,
        """
        Folio;Cuando;Queso;Piezas;Precio;Precio sugerido;Origen
        RT-9;12.03.2026;Gouda en boule;-3;1 000,00;9 999,00;FV-1
        """
            .getBytes(StandardCharsets.UTF_8));

    Acknowledgement answer = HUB.awaitAcknowledgement("", name);

    assertThat(answer.value("Flux")).isEqualTo("retours-sud.invoices");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.figure("Total TTC comptabilisé (DA)")).isEqualTo(-3_570.00);
    assertThat(told(name)).containsExactly("RT-9 2026-03-12 SUD-01 3000.00 19.00");
    assertThat(amount("SELECT comp_ttc FROM invoice WHERE invoice_no = 'RT-9'"))
        .isEqualTo(new BigDecimal("3570.00"));
  }

  @Test
  void whatTheFilesOfASourceNeverSayIsReadAsTheirCellsWouldBe() throws IOException {
    teach(
        "caisse.orders",
        """
        feed: caisse.orders
        document: orders
        description: Commandes prises au guichet, confirmées le jour même
        recognise:
          headers: [Ticket, Quoi]
        columns:
          doc_no: [Ticket]
          product_code: [Quoi]
          qty: [Nombre]
          unit_price_ht: [Prix]
        constants:
          doc_date: 03/11/2026
          party_code: GUICHET
          party_name: Guichet
          status: Confirmée
          vat_rate: 19 %
        unknown-party: create
        unknown-product: create
        """);
    HUB.drop(
        "orders",
        "guichet.csv",
        "Ticket;Quoi;Nombre;Prix\nGU-1;G1;2;100,00\n".getBytes(StandardCharsets.UTF_8));

    Acknowledgement answer = HUB.awaitAcknowledgement("orders", "guichet.csv");
    assertThat(answer.value("Flux")).isEqualTo("caisse.orders");
    assertThat(answer.status()).as("%s", answer.cells("Constats")).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT concat_ws(' ', order_no, order_date, status, comp_total_ttc) FROM sales_order"
                        + " WHERE submission_id = :id")
                .param("id", idOf("guichet.csv"))
                .query(String.class)
                .list())
        .containsExactly("GU-1 2026-11-03 CONFIRMED 238.00");
  }

  private static void teach(String feed, String yaml) throws IOException {
    Path file = HUB.home().resolve("config/feeds/" + feed + ".yaml");
    Path part = file.resolveSibling(feed + ".part");
    Files.writeString(part, yaml);
    Files.move(part, file);
    file.toFile().deleteOnExit();
  }

  private List<String> told(String name) {
    return db.sql(
            "SELECT concat_ws(' ', i.invoice_no, i.invoice_date, p.party_code, i.comp_ht, v.vat_rate)"
                + " FROM invoice i JOIN party p ON p.party_id = i.receiver_id JOIN invoice_vat v USING (invoice_id)"
                + " WHERE i.submission_id = :id ORDER BY i.invoice_no")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }
}
