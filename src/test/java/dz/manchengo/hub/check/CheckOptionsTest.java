package dz.manchengo.hub.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckOptionsTest {
  private static CheckOptions of(String... arguments) {
    return CheckOptions.of(List.of(arguments));
  }

  @Test
  void filesFeedAndSettingsMayStandInAnyOrder() {
    CheckOptions options =
        of("a.csv", "--feed", "un.invoices", "--json", "--hub.home=/x y", "--", "-b.csv");

    assertThat(options.files()).containsExactly("a.csv", "-b.csv");
    assertThat(options.feed()).isEqualTo("un.invoices");
    assertThat(options.json()).isTrue();
    assertThat(options.settings()).containsExactly("--hub.home=/x y");
    assertThat(options.areUsable()).isTrue();
  }

  @Test
  void aWordThatMeansNothingAndNoFileAreNotUsable() {
    assertThat(of("--fee", "a.csv").unknown()).isEqualTo("--fee");
    assertThat(of("a.csv", "--feed").unknown()).isEqualTo("--feed");
    assertThat(of("--fee", "a.csv").areUsable()).isFalse();
    assertThat(of("--json").areUsable()).isFalse();
  }
}
