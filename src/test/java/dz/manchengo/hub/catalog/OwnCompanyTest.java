package dz.manchengo.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnCompanyTest {
  @ParameterizedTest
  @CsvSource({
    "000016001234567,      000016001234567,      true",
    "000016001234567,      00001600123456700016, true",
    "00001600123456700016, 000016001234567,      true",
    "00001600123456700016, 00001600123456700024, true",
    "000016001234567,      000016001234568,      false",
    "000016001234567,      00001600123456800016, false",
    "000016001234567,      0000160012345670001,  false",
    "000016001234567,      '',                   false",
  })
  void aBranchHasTheNifOfItsCompanyAndFiveDigitsMore(String own, String nif, boolean ours) {
    OwnCompany company = () -> Optional.of(own);
    assertThat(company.hasNif(nif)).isEqualTo(ours);
  }

  @Test
  void nobodysNifIsThatOfACompanyThatIsNotKnown() {
    OwnCompany unknown = Optional::empty;
    assertThat(unknown.hasNif("000016001234567")).isFalse();
  }
}
