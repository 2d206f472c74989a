package dz.manchengo.hub.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose mail it is, where programs could read its header in two ways. */
class SenderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "compta@client.dz | compta@client.dz",
        "Compta <Compta@Client.DZ> | compta@client.dz",
        "\"Compta, Alger\" <compta@client.dz> | compta@client.dz",
        "\"autre@ailleurs.dz\" <compta@client.dz> | compta@client.dz",
        "<compta@client.dz> (Service comptable) | compta@client.dz",
        "compta@client.dz (Compta) | compta@client.dz",
        "=?utf-8?Q?Comptabilit=C3=A9?= <compta@client.dz> | compta@client.dz",
      })
  void anAddressIsFound(String from, String address) {
    assertThat(Sender.of(from)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "compta@client.dz, autre@ailleurs.dz",
        "<compta@client.dz>autre@ailleurs.dz",
        "<compta@client.dz> autre@ailleurs.dz",
        "<compta@client.dz> <autre@ailleurs.dz>",
        "compta@client.dz@ailleurs.dz",
        "compta@client.dz <autre@ailleurs.dz> (x) y",
      })
  void whereTwoAreMeantItIsNobodys(String from) {
    assertThat(Sender.of(from)).isEmpty();
  }
}
