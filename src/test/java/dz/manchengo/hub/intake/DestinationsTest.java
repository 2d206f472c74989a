package dz.manchengo.hub.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class DestinationsTest {
  private final Destinations destinations = new Destinations(() -> List.of("boutique"));

  @ParameterizedTest
  @ValueSource(strings = {"", "invoices", "stock-counts", "boutique"})
  void aDropFolderOrNone(String folder) {
    assertThatCode(() -> destinations.check("hub.x.into", folder)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"factures", "Invoices", "undo", "../invoices"})
  void nothingElse(String folder) {
    assertThatThrownBy(() -> destinations.check("hub.x.into", folder))
        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
        .hasMessageContaining("hub.x.into")
        .hasMessageContaining("there are boutique, invoices, orders, parties");
  }
}
