package dz.manchengo.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.Command;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void whoAsksForHelpOrAnUnknownWordStartsNoHub() {
    assertThat(Commands.areMeant()).isFalse();
    assertThat(Commands.areMeant("--hub.home=var")).isFalse();
    for (String help : new String[] {"help", "--help", "-h"}) {
      assertThat(Commands.areMeant(help)).isTrue();
      assertThat(Commands.run(Map.of(), help)).isEqualTo(Command.OK);
    }
    assertThat(Commands.areMeant("nonsense")).isTrue();
    assertThat(Commands.run(Map.of(), "nonsense")).isEqualTo(Command.FAILED);
  }
}
