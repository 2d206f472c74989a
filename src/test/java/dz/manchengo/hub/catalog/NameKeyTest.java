package dz.manchengo.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
  @ParameterizedTest
  @CsvSource({
    "S.A.R.L. Épicerie du Port, SARL EPICERIE DU PORT",
    "SARL Épicerie du Port, épicerie du port",
    "EURL El Baraka, El-Baraka (SARL)",
    "El Baraka, ElBaraka",
    "Ets. Benali, Établissements BENALI",
    "SARL, S.A.R.L"
  })
  void spellingAndLegalFormMakeNoOtherName(String one, String other) {
    assertThat(NameKey.areAlike(one, other)).isTrue();
    assertThat(NameKey.areAlike(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Épicerie du Port, Épicerie du Parc",
    "Épicerie du Port, Épicerie du Port Oran",
    "SARL, EURL",
    "Spartacus, Tacus"
  })
  void anotherWordDoes(String one, String other) {
    assertThat(NameKey.areAlike(one, other)).isFalse();
  }
}
