package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers known by a name or a code alone, and of whom a later file tells the other one. */
class CodeForANameIT extends UndoScenario {
  private static final String BY_NAME =
      "N° facture;Date;Client;HT;TVA;TTC\n%s;03/11/2026;%s;100,00;19,00;119,00\n";
  private static final String BY_CODE =
      "N° facture;Date;Code client;Client;HT;TVA;TTC\n%s;03/11/2026;%s;%s;100,00;19,00;119,00\n";
  private static final String CODE_ONLY =
      "N° facture;Date;Code client;HT;TVA;TTC\n%s;03/11/2026;%s;100,00;19,00;119,00\n";

  private static final String LINES =
      """
      N° facture;Date;Client;Code article;Désignation;Qté;PU HT;TVA %%;Montant HT
      %s;03/11/2026;SARL Lignes CI;%s;%s;1;100,00;19;100,00
      """;

  @Test
  void theRecordGetsTheCodeAndAllInvoicesAreHis() {
    drop("cn-nom.csv", BY_NAME.formatted("CN-1", "SARL Jijel CN"));
    HUB.preview("invoices", "cn-code.csv", BY_CODE.formatted("CN-2", "CN411", "SARL Jijel CN"));
    assertThat(HUB.awaitAcknowledgement("preview/invoices", "cn-code.csv").status())
        .isEqualTo("POSTED");
    assertThat(codesOf("CN-")).doesNotContain("CN-1 CN411");

    drop("cn-code.csv", BY_CODE.formatted("CN-2", "CN411", "SARL Jijel CN"));
    drop("cn-encore.csv", BY_NAME.formatted("CN-3", "Sarl JIJEL CN"));

    assertThat(rulesOf("cn-code.csv")).contains("MDM-030").doesNotContain("MDM-003");
    assertThat(codesOf("CN-")).containsExactly("CN-1 CN411", "CN-2 CN411", "CN-3 CN411");
  }

  @Test
  void anUndoTakesTheCodeBack() {
    drop("cu-nom.csv", BY_NAME.formatted("CU-1", "SARL Collo CU"));
    drop("cu-code.csv", BY_CODE.formatted("CU-2", "CU411", "SARL Collo CU"));

    undo("invoices/cu-code.csv", "cu-code.xlsx");

    assertThat(codesOf("CU-")).singleElement().asString().startsWith("CU-1 CLI-X");
  }

  /** Two codes for one name: whose is the record? */
  @Test
  void ofTwoThatAreCalledSoEachGetsARecordOfItsOwn() {
    drop("cd-nom.csv", BY_NAME.formatted("CD-1", "Benali CD"));
    drop(
        "cd-codes.csv",
        BY_CODE.formatted("CD-2", "CD1", "Benali CD")
            + "CD-3;03/11/2026;CD2;Benali CD;100,00;19,00;119,00\n");

    assertThat(rulesOf("cd-codes.csv")).contains("MDM-003").doesNotContain("MDM-030");
    assertThat(codesOf("CD-"))
        .contains("CD-2 CD1", "CD-3 CD2")
        .anyMatch(one -> one.startsWith("CD-1 CLI-X"));
  }

  @ParameterizedTest
  @CsvSource({"CM-014, cm014", "CM-015, CM15", "CM-020, CM-O20"})
  void aCodeThatIsWrittenOtherwiseIsThatOfItsName(String code, String written) {
    String name = "SARL Tenes " + code;
    drop(code + ".csv", BY_CODE.formatted("CM-A" + code, code, name));
    drop(code + "-b.csv", BY_CODE.formatted("CM-B" + code, written, name));

    assertThat(rulesOf(code + "-b.csv")).contains("MDM-032").doesNotContain("MDM-003");
    assertThat(codesOf("CM-B" + code)).containsExactly("CM-B" + code + " " + code);
  }

  @Test
  void anotherCodeWithAKnownNameIsTold() {
    drop("ca-un.csv", BY_CODE.formatted("CA-1", "CA11", "Benali CA"));
    drop("ca-deux.csv", BY_CODE.formatted("CA-2", "CA29", "BENALI ca"));

    assertThat(rulesOf("ca-un.csv")).contains("MDM-003").doesNotContain("MDM-031");
    assertThat(rulesOf("ca-deux.csv")).contains("MDM-003", "MDM-031");
    assertThat(codesOf("CA-")).containsExactly("CA-1 CA11", "CA-2 CA29");
  }

  @Test
  void aCodeWithoutANameGetsIt() {
    drop("ce-code.csv", CODE_ONLY.formatted("CE-1", "CE411"));
    drop("ce-nom.csv", BY_CODE.formatted("CE-2", "CE411", "EURL Guelma CE"));
    drop("ce-seul.csv", BY_NAME.formatted("CE-3", "EURL Guelma CE"));

    assertThat(rulesOf("ce-nom.csv")).contains("MDM-033").doesNotContain("MDM-003");
    assertThat(codesOf("CE-")).containsExactly("CE-1 CE411", "CE-2 CE411", "CE-3 CE411");
    assertThat(nameOf("CE411")).isEqualTo("EURL Guelma CE");
  }

  @Test
  void anUndoTakesTheNameBack() {
    drop("cf-code.csv", CODE_ONLY.formatted("CF-1", "CF411"));
    drop("cf-nom.csv", BY_CODE.formatted("CF-2", "CF411", "EURL Skikda CF"));

    undo("invoices/cf-nom.csv", "cf-nom.xlsx");

    assertThat(codesOf("CF-")).containsExactly("CF-1 CF411");
    assertThat(nameOf("CF411")).isEqualTo("CF411");
  }

  /**
   * A name alone, a code alone, and then both: two records, which is said, and one from then on.
   */
  @Test
  void theNameOfARecordMadeForItAloneIsThatOfTheCodeFromThenOn() {
    drop("cg-code.csv", CODE_ONLY.formatted("CG-1", "CG411"));
    drop("cg-nom.csv", BY_NAME.formatted("CG-2", "EURL Annaba CG"));
    drop("cg-deux.csv", BY_CODE.formatted("CG-3", "CG411", "EURL Annaba CG"));
    drop("cg-encore.csv", BY_NAME.formatted("CG-4", "EURL Annaba CG"));

    assertThat(rulesOf("cg-deux.csv")).contains("MDM-033", "MDM-036");
    assertThat(rulesOf("cg-encore.csv")).contains("MDM-004").doesNotContain("MDM-013");
    assertThat(codesOf("CG-"))
        .contains("CG-1 CG411", "CG-3 CG411", "CG-4 CG411")
        .anyMatch(one -> one.startsWith("CG-2 CLI-X"));

    undo("invoices/cg-nom.csv", "cg-nom.xlsx");
    drop("cg-nom2.csv", BY_NAME.formatted("CG-2", "EURL Annaba CG"));
    assertThat(codesOf("CG-"))
        .containsExactly("CG-1 CG411", "CG-2 CG411", "CG-3 CG411", "CG-4 CG411");
  }

  @Test
  void aListOfCustomersSaysItToo() {
    drop("ch-code.csv", CODE_ONLY.formatted("CH-1", "CH411"));
    drop("ch-nom.csv", BY_NAME.formatted("CH-2", "EURL Bejaia CH"));
    HUB.drop("parties", "ch-liste.csv", "Code;Nom\nCH411;EURL Bejaia CH\n".getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement("parties", "ch-liste.csv").status()).isEqualTo("POSTED");
    drop("ch-encore.csv", BY_NAME.formatted("CH-3", "EURL Bejaia CH"));

    assertThat(rulesOf("ch-liste.csv")).contains("MDM-018", "MDM-036");
    assertThat(codesOf("CH-")).contains("CH-1 CH411", "CH-3 CH411");
  }

  @Test
  void anArticleWithoutANameGetsItAndIsMeantByIt() {
    drop("ci-code.csv", LINES.formatted("CI-1", "CI-TOMME", ""));
    drop("ci-nom.csv", LINES.formatted("CI-2", "", "Tomme des Aures CI"));
    drop("ci-deux.csv", LINES.formatted("CI-3", "CI-TOMME", "Tomme des Aures CI"));
    drop("ci-encore.csv", LINES.formatted("CI-4", "", "Tomme des Aures CI"));

    assertThat(rulesOf("ci-deux.csv")).contains("MDM-033", "MDM-036").doesNotContain("MDM-001");
    assertThat(rulesOf("ci-encore.csv")).contains("MDM-002").doesNotContain("MDM-024");
    assertThat(articleOf("CI-3")).isEqualTo("CI-TOMME Tomme des Aures CI");
    assertThat(articleOf("CI-4")).isEqualTo("CI-TOMME Tomme des Aures CI");

    undo("invoices/ci-deux.csv", "ci-deux.xlsx");
    assertThat(articleOf("CI-1")).isEqualTo("CI-TOMME CI-TOMME");
  }

  private String articleOf(String invoice) {
    return db.sql(
            "SELECT p.product_code || ' ' || p.name FROM invoice i JOIN invoice_line l USING (invoice_id)"
                + " JOIN product p ON p.product_id = l.product_id"
                + " WHERE i.invoice_no = :invoice AND i.withdrawn_by IS NULL")
        .param("invoice", invoice)
        .query(String.class)
        .single();
  }

  private String nameOf(String code) {
    return db.sql("SELECT name FROM party WHERE party_code = :code AND withdrawn_by IS NULL")
        .param("code", code)
        .query(String.class)
        .single();
  }

  private void drop(String name, String text) {
    HUB.drop("invoices", name, text.getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement(name).status()).isEqualTo("POSTED");
  }

  private List<String> codesOf(String series) {
    return db.sql(
            "SELECT i.invoice_no || ' ' || p.party_code FROM invoice i JOIN party p ON p.party_id = i.receiver_id"
                + " WHERE i.invoice_no LIKE :series || '%' AND i.withdrawn_by IS NULL ORDER BY 1")
        .param("series", series)
        .query(String.class)
        .list();
  }
}
