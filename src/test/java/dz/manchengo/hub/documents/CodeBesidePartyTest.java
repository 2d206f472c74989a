package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeBesidePartyTest {
  private static final String HEADER =
      "N° Facture;Date;Code;Client;Réf;Désignation;Qté;PU HT;TVA %";

  @Test
  void aCodeBeforeTheCustomerIsHis() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            HEADER,
            "F-1;12/11/2026;K-701;SARL Oasis;ZX-1;Brie;2;100;19",
            "F-1;12/11/2026;K-701;SARL Oasis;ZX-2;Tomme;3;100;19",
            "F-2;12/11/2026;K-702;EURL Nour;ZX-1;Brie;1;100;19");

    assertThat(read.data().get(0).header())
        .containsEntry("party_code", "K-701")
        .containsEntry("party_name", "SARL Oasis");
    assertThat(read.data()).extracting(row -> row.line().get("product_code")).contains("ZX-2");
  }

  /** One customer with several codes, or a code of several customers, has none of his own. */
  @Test
  void aCodeThatGoesWithNoNameIsTheArticles() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "N° Facture;Date;Code;Client;Désignation;Qté;PU HT;TVA %",
            "F-1;12/11/2026;ZX-1;SARL Oasis;Brie;2;100;19",
            "F-1;12/11/2026;ZX-2;SARL Oasis;Tomme;3;100;19",
            "F-2;12/11/2026;ZX-1;EURL Nour;Brie;1;100;19");

    assertThat(read.data()).extracting(row -> row.line().get("product_code")).contains("ZX-2");
    assertThat(read.data().get(0).header()).doesNotContainKey("party_code");
  }

  @Test
  void betweenCustomerAndDesignationItIsTheArticles() throws UnreadableFile {
    SheetSamples.Read read =
        sheet(
            "N° Facture;Date;Client;Code;Désignation;Qté;PU HT;TVA %",
            "F-1;12/11/2026;SARL Oasis;ZX-1;Brie;2;100;19");

    assertThat(read.data().get(0).line()).containsEntry("product_code", "ZX-1");
  }
}
