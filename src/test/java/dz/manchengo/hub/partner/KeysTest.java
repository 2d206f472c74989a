package dz.manchengo.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysTest {
  private final Map<String, KnownKey> table = new HashMap<>();
  private final MovedClock clock = new MovedClock();
  private int asked;
  private final Keys keys =
      new Keys(
          id -> {
            asked++;
            return Optional.ofNullable(table.get(id));
          },
          clock);

  @Test
  void aBusyKeyIsLookedUpOnceInTwoSeconds() {
    table.put("a", key(List.of(), null));
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("a")).isPresent();
    }
    assertThat(asked).isEqualTo(1);
  }

  /** Within five seconds on every hub (issue), two here. */
  @Test
  void aRevocationCountsAfterTwoSeconds() {
    table.put("a", key(List.of(), null));
    keys.find("a");
    table.put("a", key(List.of(), clock));

    clock.go(Keys.COUNTS_FOR.minusNanos(1));
    assertThat(keys.find("a").orElseThrow().revokedAt()).isNull();
    clock.go(Duration.ofNanos(1));
    assertThat(keys.find("a").orElseThrow().revokedAt()).isNotNull();
  }

  @Test
  void anUnknownKeyIsRememberedAsSuchAndNoLonger() {
    assertThat(keys.find("b")).isEmpty();
    assertThat(keys.find("b")).isEmpty();
    assertThat(asked).isEqualTo(1);
    table.put("b", key(List.of(), null));
    keys.forget("b");
    assertThat(keys.find("b")).isPresent();
  }

  @Test
  void networksOfBothVersions() {
    KnownKey key = key(List.of("10.1.0.0/16", "2001:db8::/32"), null);

    assertThat(key.mayComeFrom("10.1.255.1")).isTrue();
    assertThat(key.mayComeFrom("10.2.0.1")).isFalse();
    assertThat(key.mayComeFrom("2001:db8::7")).isTrue();
    assertThat(key.mayComeFrom("2001:db9::7")).isFalse();
    assertThat(key(List.of(), null).mayComeFrom("192.0.2.1")).isTrue();
  }

  private static KnownKey key(List<String> networks, @Nullable MovedClock revoked) {
    return new KnownKey(
        "a",
        "00",
        Set.of("orders:read"),
        networks,
        null,
        revoked == null ? null : revoked.instant(),
        1,
        "client",
        "hub",
        null,
        null);
  }
}
