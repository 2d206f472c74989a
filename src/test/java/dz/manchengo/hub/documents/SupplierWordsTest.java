package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupplierWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fournisseurs",
        "Nom des Fournisseurs",
        "Fourniss.",
        "Fourniseur",
        "Frs",
        "Code frs",
        "Suppliers",
        "Vendor name"
      })
  void theyNameTheParty(String header) {
    assertThat(SupplierWords.isParty(HeaderName.normalise(header))).isTrue();
  }

  /** Of an article, of another paper, or no supplier at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fournitures",
        "Réf article fournisseur",
        "N° commande fournisseur",
        "Remise fournisseur",
        "Client",
        "Fourni par lot"
      })
  void othersDoNot(String header) {
    assertThat(SupplierWords.isParty(HeaderName.normalise(header))).isFalse();
  }

  @Test
  void besideCustomersNothingIsSaid() {
    assertThat(SupplierWords.areIn(Set.of("fournisseurs", "total ht"))).isTrue();
    assertThat(SupplierWords.areIn(Set.of("fournisseurs", "nom client"))).isFalse();
  }
}
