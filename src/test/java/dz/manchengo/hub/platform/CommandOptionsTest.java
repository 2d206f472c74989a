package dz.manchengo.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandOptionsTest {
  @Test
  void bothWaysOfWritingAnOptionAndSettingsBesideThem() {
    CommandOptions options =
        CommandOptions.of(
            List.of("create", "--client", "ERP Acme", "--scopes=a, b,,a", "--hub.home=/srv/hub"),
            Set.of("client", "scopes", "networks"));

    assertThat(options.words()).containsExactly("create");
    assertThat(options.value("client")).isEqualTo("ERP Acme");
    assertThat(options.list("scopes")).containsExactly("a", "b");
    assertThat(options.list("networks")).isEmpty();
    assertThat(options.settings()).containsExactly("--hub.home=/srv/hub");
  }

  /** It would make a key that never expires. */
  @Test
  void aMistypedOptionIsNoCommand() {
    assertThat(
            CommandOptions.of(List.of("create", "--expire", "2027-01-01"), Set.of("expires"))
                .words())
        .containsExactly("create", "--expire", "2027-01-01");
  }
}
