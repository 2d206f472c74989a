package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A customer who is known by his name, and whose code a later file tells (MDM-030). */
class CodeForANameIT extends UndoScenario {
  private static final String BY_NAME =
      "N° facture;Date;Client;HT;TVA;TTC\n%s;03/11/2026;%s;100,00;19,00;119,00\n";
  private static final String BY_CODE =
      "N° facture;Date;Code client;Client;HT;TVA;TTC\n%s;03/11/2026;%s;%s;100,00;19,00;119,00\n";

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
