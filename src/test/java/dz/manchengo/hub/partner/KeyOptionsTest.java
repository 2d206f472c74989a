package dz.manchengo.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyOptionsTest {
  @Test
  void bothWaysOfWritingAnOptionAndSettingsBesideThem() {
    KeyOptions options =
        KeyOptions.of(
            List.of("create", "--client", "ERP Acme", "--scopes=a, b,,a", "--hub.home=/srv/hub"));

    assertThat(options.words()).containsExactly("create");
    assertThat(options.value("client")).isEqualTo("ERP Acme");
    assertThat(options.list("scopes")).containsExactly("a", "b");
    assertThat(options.list("networks")).isEmpty();
    assertThat(options.settings()).containsExactly("--hub.home=/srv/hub");
  }

  /** It would make a key that never expires. */
  @Test
  void aMistypedOptionIsNoCommand() {
    assertThat(KeyOptions.of(List.of("create", "--expire", "2027-01-01")).words())
        .containsExactly("create", "--expire", "2027-01-01");
  }
}
