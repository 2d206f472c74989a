package dz.manchengo.hub.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  private final PublicAddresses strict = new PublicAddresses(List.of(""));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "localhost",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "2130706433", // 127.0.0.1 in one number
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::127.0.0.1]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd12:3456::1]",
        "[ff02::1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[2001:db8::1]"
      })
  void privateOnesAreShut(String host) {
    assertThatThrownBy(() -> strict.resolve(host))
        .isInstanceOf(PublicAddresses.PrivateAddress.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "197.112.1.1", "[2a00:1450:4007::1]", "172.32.0.1", "100.128.0.1"})
  void publicOnesAreOpen(String host) throws Exception {
    assertThat(strict.resolve(host)).hasSize(1);
    assertThat(strict.isOurs(host)).isFalse();
  }

  @Test
  void aNetworkOfTheHouseMayBeOpened() throws Exception {
    PublicAddresses addresses = new PublicAddresses(List.of("10.1.0.0/16", "fd00:1::/32"));
    assertThat(addresses.resolve("10.1.2.3")).hasSize(1);
    assertThat(addresses.isOurs("10.1.2.3")).isTrue();
    assertThat(addresses.resolve("[fd00:1::5]")).hasSize(1);
    assertThatThrownBy(() -> addresses.resolve("10.2.0.1"))
        .isInstanceOf(PublicAddresses.PrivateAddress.class);
    assertThatThrownBy(() -> addresses.resolve("no-such-host.invalid"))
        .isInstanceOf(UnknownHostException.class);
  }
}
