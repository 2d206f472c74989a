package dz.manchengo.hub.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.platform.SettingRefused;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
  private final Destinations destinations = destinations(Locale.FRENCH);

  @ParameterizedTest
  @ValueSource(strings = {"", "invoices", "stock-counts", "boutique"})
  void aDropFolderOrNone(String folder) {
    assertThatCode(() -> destinations.check("hub.x.into", folder)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"factures", "Invoices", "undo", "../invoices"})
  void nothingElse(String folder) {
    assertThatThrownBy(() -> destinations.check("hub.x.into", folder))
        .isInstanceOf(SettingRefused.class)
        .hasMessageStartingWith("Le réglage hub.x.into nomme un dossier de dépôt qui n'existe pas")
        .hasMessageContaining("« " + folder + " »")
        .hasMessageContaining("boutique, invoices, ledger-balances, orders, parties");
  }

  @Test
  void itIsSaidInTheHubsLanguage() {
    assertThatThrownBy(() -> destinations(Locale.ENGLISH).check("hub.x.into", "factures"))
        .hasMessageStartingWith(
            "The setting hub.x.into names a drop folder that does not exist: \"factures\"."
                + " The drop folders are: boutique, invoices, ledger-balances, orders, parties");
  }

  private static Destinations destinations(Locale language) {
    return new Destinations(() -> List.of("boutique"), language);
  }
}
