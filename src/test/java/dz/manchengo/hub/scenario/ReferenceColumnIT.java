package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** « Référence » is the article's where its values are codes of articles (domain notes §7.3). */
class ReferenceColumnIT extends InProcessHub {
  @BeforeEach
  void theArticlesHaveRecords() {
    drop(
        "products",
        "rc-articles.csv",
        "Code article;Désignation;Type;Unité;TVA\nRC-1;Gouda rouge RC;PF;U;19\nRC-2;Edam jeune RC;PF;U;9\n");
  }

  private Acknowledgement drop(String folder, String name, String text) {
    HUB.drop(folder, name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement(folder, name);
  }

  private int articlesNamed(String name) {
    return db.sql("SELECT count(*) FROM product WHERE name = :name")
        .param("name", name)
        .query(Integer.class)
        .single();
  }

  @Test
  void ofOrdersAndInvoices() throws IOException {
    for (String header : new String[] {"Référence", "Réf.", "Ref article", "Reference"}) {
      String key = "RC" + header.length() + header.codePointAt(header.length() - 1);
      String name = key + ".csv";
      assertThat(
              drop(
                      "orders",
                      name,
                      "N° commande;Date commande;Client;%s;Désignation;Qté;P.U. HT;TVA %%\n"
                              .formatted(header)
                          + key
                          + "-1;15/01/2026;Client RC;rc-1;Boule rouge RC;1;100;19\n"
                          + key
                          + "-1;15/01/2026;Client RC;RC-2;Boule jaune RC;1;100;9\n")
                  .status())
          .as(header)
          .isEqualTo("POSTED");
      assertThat(rulesOf(name)).as(header).doesNotContain("FIL-005", "MDM-001");
    }
    HUB.drop("invoices", "rc-invoice.xlsx", workbook());
    assertThat(HUB.awaitAcknowledgement("invoices", "rc-invoice.xlsx").status())
        .isEqualTo("POSTED");
    assertThat(rulesOf("rc-invoice.xlsx")).doesNotContain("FIL-005", "MDM-001");
    assertThat(articlesNamed("Boule rouge RC") + articlesNamed("Boule jaune RC")).isZero();
  }

  private static byte[] workbook() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet("Factures");
      String[] header = {
        "N° facture", "Date facture", "Client", "Référence", "Qté", "P.U. HT", "TVA %"
      };
      String[] values = {"RC-F1", "15/01/2026", "Client RC", "RC-1", "2", "100", "19"};
      XSSFRow top = sheet.createRow(0);
      XSSFRow row = sheet.createRow(1);
      for (int i = 0; i < header.length; i++) {
        top.createCell(i).setCellValue(header[i]);
        row.createCell(i).setCellValue(values[i]);
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void otherReferencesAreNone() {
    drop(
        "orders",
        "rc-other.csv",
        """
        N° commande;Date commande;Client;Référence;Désignation;Qté;P.U. HT;TVA %
        RC-O1;15/01/2026;Client RC;DEVIS-7;Tomme grise RC;1;100;19
        RC-O1;15/01/2026;Client RC;RC-1;Tomme noire RC;1;100;19
        """);
    assertThat(rulesOf("rc-other.csv")).contains("FIL-005", "MDM-001");
    assertThat(articlesNamed("Tomme noire RC")).isOne();
  }

  @Test
  void ofMovementsBesideTheNumberOfTheirDocument() {
    assertThat(
            drop(
                    "stock-movements",
                    "rc-mvt.csv",
                    """
        Date;Type mouvement;Référence;Désignation;Dépôt;N° lot;Quantité;N° pièce
        15/01/2026;Réception;RC-1;Boule rouge RC;PF;RC-L1;5;RC-BL1
        """)
                .status())
        .isEqualTo("POSTED");
    assertThat(articlesNamed("Boule rouge RC")).isZero();
    drop(
        "stock-movements",
        "rc-mvt2.csv",
        """
        Date;Type mouvement;Référence;Désignation;Dépôt;N° lot;Quantité
        15/01/2026;Réception;RC-1;Boule rouge RC;PF;RC-L1;5
        """);
    assertThat(rulesOf("rc-mvt2.csv")).containsExactly("FIL-004");
  }
}
