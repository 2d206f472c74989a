package dz.manchengo.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscreetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 5.1.1 <lila.b+x@client.test>: no such user | 550 5.1.1 <…@client.test>: no such user",
        "Le classeur n'est pas arrivé chez a@b.dz, é.ç@c.dz : refusé | Le classeur n'est pas arrivé chez …@b.dz, …@c.dz : refusé",
        "« lila@client.test » | « …@client.test »",
        "2 @ 3 and a@ | 2 @ 3 and a@",
        "nobody | nobody"
      })
  void ofAddressesTheDomainIsLeft(String sentence, String told) {
    assertThat(Discreet.line(sentence)).isEqualTo(told);
  }
}
