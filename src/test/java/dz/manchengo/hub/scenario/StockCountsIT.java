package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Count sheets through the drop folder into sessions, and what is said of them. */
class StockCountsIT extends InProcessHub {
  private static final String FOLDER = "stock-counts";
  private static final Path SAMPLES = Path.of("src/test/resources/samples/accounting.stock-counts");
  private static final String HEADER =
      "Date inventaire;Dépôt;Code article;Lot;Emplacement;Unité;Quantité comptée;Comptage 2;"
          + "Compteur;Compteur 2\r\n";

  @Test
  void theSampleIsASessionWithItsLinesAndPasses() throws IOException {
    HUB.drop(
        "",
        "inventaire-octobre.csv",
        Files.readAllBytes(SAMPLES.resolve("inventaire-octobre.csv")));

    Acknowledgement answer = HUB.awaitAcknowledgement("", "inventaire-octobre.csv");

    assertThat(answer.value("Flux")).isEqualTo("accounting.stock-counts");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.count("Documents créés")).isEqualTo(3);
    assertThat(answer.count("Documents inchangés")).isEqualTo(1);
    assertThat(rulesOf("inventaire-octobre.csv")).contains("CNT-002", "CNT-008", "CNT-004");
    assertThat(entries("INV-2026-10"))
        .containsExactly(
            "PF-FONDU-400 1 0 Agent 1",
            "PF-GOUDA-400 1 238 Agent 1",
            "PF-GOUDA-400 2 238 Agent 2",
            "PF-GOUDA-BOULE 1 1248.75 Agent 1");
  }

  @Test
  void aWorkbookWithoutANumberIsTheCountOfItsWarehouseAndDay() throws IOException {
    HUB.drop("", "inventaire-mp.xlsx", Files.readAllBytes(SAMPLES.resolve("inventaire-mp.xlsx")));

    Acknowledgement answer = HUB.awaitAcknowledgement("", "inventaire-mp.xlsx");

    assertThat(answer.value("Flux")).isEqualTo("accounting.stock-counts");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(entries("INV-MATIERES-PREMIERES-20261031"))
        .containsExactly(
            "EMB-FILM 1 48 Agent 4", "MP-BEURRE 1 0 Agent 3", "MP-CASEINE 1 812.25 Agent 3");
  }

  @Test
  void theBookIsThatOfTheCutOffWhateverTheFileSays() {
    HUB.drop(
        "stock-movements",
        "livre.csv",
        bytes(
            """
            Date;Origine;Code;Lot;Dépôt;Quantité;Coût unitaire;Référence
            20/10/2026;RECEPTION;BOOK-1;A1;LIVRE;100;50;REC-B-1
            25/10/2026;RECEPTION;BOOK-1;A2;LIVRE;20;110;REC-B-2
            31/10/2026;VENTE;BOOK-1;A1;LIVRE;30;;F-B-1
            01/11/2026;VENTE;BOOK-1;A1;LIVRE;40;;F-B-2
            """));
    HUB.awaitAcknowledgement("stock-movements", "livre.csv");

    Acknowledgement answer =
        drop(
            "livre-1.csv",
            HEADER
                + "31/10/2026;LIVRE;BOOK-1;A1;;;69;;Ali;\r\n"
                + "31/10/2026;LIVRE;BOOK-1;A2;;;20;;Ali;\r\n"
                + "31/10/2026;LIVRE;BOOK-1;A3;;;1;;Ali;\r\n");

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT lot_code || ' ' || trim_scale(book_qty) || ' ' || trim_scale(book_unit_cost)"
                        + " || ' ' || unexpected FROM count_line JOIN lot USING (lot_id)"
                        + " JOIN product p ON p.product_id = count_line.product_id"
                        + " WHERE product_code = 'BOOK-1' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("A1 70 60 false", "A2 20 60 false", "A3 0 60 true");
    assertThat(rulesOf("livre-1.csv")).containsOnlyOnce("CNT-004");
  }

  @Test
  void theSameCountAgainIsUnchangedAndAnotherQuantityIsRefused() {
    String row = "31/10/2026;ENCORE;ENC-1;;;kg;5,5;;Ali;\r\n";
    assertThat(drop("enc-1.csv", HEADER + row).count("Documents créés")).isEqualTo(1);

    assertThat(drop("enc-2.csv", HEADER + row).status()).isEqualTo("DUPLICATE");
    Acknowledgement again = drop("enc-3.csv", HEADER + row + "\r\n");
    Acknowledgement other = drop("enc-4.csv", HEADER + "31/10/2026;ENCORE;ENC-1;;;kg;6;;Ali;\r\n");

    assertThat(again.status()).isEqualTo("POSTED");
    assertThat(again.count("Documents inchangés")).isEqualTo(1);
    assertThat(other.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("enc-4.csv")).containsExactly("CNT-003");
    assertThat(entries("INV-ENCORE-20261031")).containsExactly("ENC-1 1 5.5 Ali");
  }

  @Test
  void aRecountComesInASecondFileAndByAnotherPerson() {
    String header = "Date inventaire;Dépôt;Code article;Unité;Recomptage;Compteur\r\n";
    drop("pas-1.csv", HEADER + "31/10/2026;PASSE;PAS-1;;;kg;5;;Ali;\r\n");

    Acknowledgement same = drop("pas-2.csv", header + "31/10/2026;PASSE;PAS-1;kg;6;ALI\r\n");
    Acknowledgement other = drop("pas-3.csv", header + "31/10/2026;PASSE;PAS-1;kg;6;Brahim\r\n");

    assertThat(same.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("pas-2.csv")).containsExactly("CNT-011");
    assertThat(other.status()).isEqualTo("POSTED");
    assertThat(other.count("Documents révisés")).isEqualTo(1);
    assertThat(entries("INV-PASSE-20261031")).containsExactly("PAS-1 1 5 Ali", "PAS-1 2 6 Brahim");
  }

  @Test
  void refusedRowsComeBackCorrectedAndHarmNoOther() throws IOException {
    Acknowledgement answer =
        drop(
            "ref-1.csv",
            HEADER
                + "31/10/2026;REFUS;RFC-1;;;pce;10;;Ali;\r\n"
                + "31/10/2026;REFUS;RFC-1;;;pce;11;;Ali;\r\n"
                + "31/10/2026;REFUS;RFC-2;;;pce;-3;;Ali;\r\n"
                + "31/10/2026;REFUS;RFC-3;;;pce;2,5;;Ali;\r\n"
                + "31/10/2026;REFUS;RFC-4;;;pce;4;4;Ali;ali\r\n"
                + "31/10/2026;REFUS;RFC-5;;;pce;;;Ali;\r\n");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(answer.count("Lignes refusées")).isEqualTo(4);
    assertThat(rulesOf("ref-1.csv"))
        .contains("CNT-003", "CNT-001", "CNT-007", "CNT-011", "CNT-002");
    answer.correction().getRow(1).createCell(4).setCellValue("Z2");
    answer.correction().getRow(2).getCell(6).setCellValue("3");
    answer.correction().getRow(3).getCell(6).setCellValue("2");
    answer.correction().getRow(4).getCell(9).setCellValue("Brahim");

    HUB.drop(FOLDER, "ref-2.xlsx", answer.bytes());

    Acknowledgement second = HUB.awaitAcknowledgement(FOLDER, "ref-2.xlsx");
    assertThat(second.status()).as("%s", second.cells("Constats")).isEqualTo("POSTED");
    assertThat(entries("INV-REFUS-20261031"))
        .containsExactly(
            "RFC-1 1 10 Ali",
            "RFC-1 1 11 Ali",
            "RFC-2 1 3 Ali",
            "RFC-3 1 2 Ali",
            "RFC-4 1 4 Ali",
            "RFC-4 2 4 Brahim");
  }

  @Test
  void aSessionThatIsClosedOrElsewhereRefusesTheFile() {
    String header = "N° inventaire;" + HEADER;
    String row = ";31/10/2026;FERME;FER-1;;;kg;%s;;Ali;\r\n";
    drop("fer-1.csv", header + "FER-A" + row.formatted("1"));
    Acknowledgement elsewhere =
        drop(
            "fer-2.csv",
            header
                + "FER-A;31/10/2026;AILLEURS;FER-2;;;kg;1;;Ali;\r\n"
                + "FER-B"
                + row.formatted("7"));
    db.sql("UPDATE count_session SET status = 'POSTED' WHERE session_no = 'FER-A'").update();

    Acknowledgement closed = drop("fer-3.csv", header + "FER-A" + row.formatted("2"));

    assertThat(elsewhere.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("fer-2.csv")).contains("CNT-006");
    assertThat(number("SELECT count(*) FROM count_session WHERE session_no = 'FER-B'")).isZero();
    assertThat(closed.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("fer-3.csv")).containsExactly("CNT-006");
    assertThat(closed.cells(Acknowledgement.CORRECT).toString()).contains("clôturé");
  }

  @Test
  void emptyIsZeroWhereTheSessionSaysSo() {
    String header = "N° inventaire;" + HEADER;
    drop("vid-1.csv", header + "VID-A;31/10/2026;VIDE;VID-1;;;kg;1;;Ali;\r\n");
    db.sql("UPDATE count_session SET empty_qty_means = 'ZERO' WHERE session_no = 'VID-A'").update();

    drop("vid-2.csv", header + "VID-A;31/10/2026;VIDE;VID-2;;;kg;;;Ali;\r\n");

    assertThat(rulesOf("vid-2.csv")).doesNotContain("CNT-002");
    assertThat(entries("VID-A")).containsExactly("VID-1 1 1 Ali", "VID-2 1 0 Ali");
  }

  @Test
  void cartonsWrittenDownAsPiecesAreSuspected() {
    HUB.drop(
        "stock-movements",
        "cartons.csv",
        bytes(
            """
            Date;Origine;Code;Unité;Dépôt;Quantité;Référence
            20/10/2026;RECEPTION;CTN-1;pce;CARTONS;1200;REC-C-1
            """));
    HUB.awaitAcknowledgement("stock-movements", "cartons.csv");
    db.sql(
            "INSERT INTO product_uom SELECT product_id, 'CTN', 12 FROM product"
                + " WHERE product_code = 'CTN-1'")
        .update();

    drop("cartons-1.csv", HEADER + "31/10/2026;CARTONS;CTN-1;;;pce;100;;Ali;\r\n");

    assertThat(rulesOf("cartons-1.csv")).containsExactly("CNT-016");
    assertThat(
            db.sql("SELECT message FROM finding WHERE submission_id = :id")
                .param("id", idOf("cartons-1.csv"))
                .query(String.class)
                .single())
        .contains("CTN au lieu de PCE");
  }

  @Test
  void aPreviewSaysTheSameAndWritesNothing() {
    HUB.preview(
        FOLDER,
        "vue.csv",
        HEADER
            + "31/10/2026;VUE;VUC-1;V2;;kg;1,5;;Ali;\r\n"
            + "31/10/2026;VUE;VUC-1;V2;;kg;2,5;;Ali;\r\n");

    Acknowledgement answer = HUB.awaitAcknowledgement("preview/" + FOLDER, "vue.csv");

    assertThat(answer.cells("Constats").toString()).contains("CNT-003");
    assertThat(answer.count("Documents refusés")).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM product WHERE product_code = 'VUC-1'")).isZero();
    assertThat(number("SELECT count(*) FROM count_session WHERE session_no = 'INV-VUE-20261031'"))
        .isZero();
  }

  @Test
  void aLongCountWithMistakesLosesNoRow() {
    int rows = 9_000;
    String text =
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                i ->
                    "31/10/2026;LONG;LNG-%d;;A%d;pce;%s;;Ali;\r\n"
                        .formatted(i % 500, i, (i % 20 == 0 ? "x" : "") + i))
            .collect(Collectors.joining("", HEADER, ""));

    Acknowledgement answer = drop("long.csv", text);

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(answer.count("Lignes lues")).isEqualTo(rows);
    assertThat(answer.count("Lignes refusées")).isEqualTo(rows / 20);
    assertThat(number("SELECT count(*) FROM count_entry WHERE submission_id = " + idOf("long.csv")))
        .isEqualTo(rows - rows / 20);
  }

  /** Product, pass, quantity and counter. */
  private List<String> entries(String session) {
    return db.sql(
            "SELECT product_code || ' ' || pass_no || ' ' || trim_scale(qty) || ' ' || counted_by"
                + " FROM count_entry JOIN count_line USING (line_id)"
                + " JOIN product USING (product_id) JOIN count_session USING (session_id)"
                + " WHERE session_no = :session ORDER BY product_code, pass_no, qty")
        .param("session", session)
        .query(String.class)
        .list();
  }

  private Acknowledgement drop(String name, String text) {
    HUB.drop(FOLDER, name, bytes(text));
    return HUB.awaitAcknowledgement(FOLDER, name);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
