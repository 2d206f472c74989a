package dz.manchengo.hub.catalog;

import static dz.manchengo.hub.catalog.PartyIndexTest.mention;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartyDraftsTest {
  private static final String NIF = "001216012345678";
  private static final String OTHER = "000016098765432";

  private final PartyDrafts drafts = new PartyDrafts(new PartyIndex(List.of(), false), false);

  @Test
  void aCodeIsMadeOnceWithAllThatItsDocumentsGive() {
    PartyMention first = mention("C-1", null, null);
    assertThat(
            drafts.of(
                List.of(first, mention("C-1", "Baraka", NIF), mention("C-1", "Autre", OTHER))))
        .containsOnlyKeys("C-1")
        .containsValue(mention("C-1", "Baraka", NIF));
    assertThat(drafts.isFirst("C-1", first)).isTrue();
    assertThat(drafts.isFirst("C-1", mention("C-1", "Baraka", NIF))).isFalse();
  }

  @Test
  void aNifIsMadeOnceWhateverCodesItComesWith() {
    assertThat(drafts.of(List.of(mention("C-2", "Amel", NIF), mention("C-1", "Baraka", NIF))))
        .containsOnlyKeys("C-2");
  }

  @Test
  void aNifLearntOnTheWayCountsToo() {
    assertThat(
            drafts.of(
                List.of(
                    mention("C-1", "Baraka", null),
                    mention("C-1", "Baraka", NIF),
                    mention("C-2", "Amel", NIF))))
        .containsOnlyKeys("C-1");
  }

  @Test
  void twoTaxpayersOfOneNameAreTwo() {
    assertThat(drafts.of(List.of(mention(null, "Amel", NIF), mention(null, "Amel", OTHER))))
        .hasSize(2);
  }

  @Test
  void aNameAloneMeansTheCodeOfThatName() {
    assertThat(drafts.of(List.of(mention(null, "BARAKA", null), mention("C-1", "Baraka", null))))
        .containsOnlyKeys("C-1");
  }

  @Test
  void ofTwoCodesWithOneNameTheNameAloneMeansNeither() {
    assertThat(
            drafts.of(
                List.of(
                    mention("C-1", "Amel", null),
                    mention("C-2", "Amel", null),
                    mention(null, "Amel", null))))
        .containsOnlyKeys("C-1", "C-2");
  }

  @Test
  void codesComeInOrderSoThatTwoFilesNeverWaitCrosswise() {
    assertThat(
            new ArrayList<>(
                drafts.of(List.of(mention("C-2", "B", null), mention("C-1", "A", null))).keySet()))
        .containsExactly("C-1", "C-2");
  }
}
