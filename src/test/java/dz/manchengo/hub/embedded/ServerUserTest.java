package dz.manchengo.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUserTest {
  private static final ServerUser NO_SUCH_PROGRAM =
      new ServerUser(List.of("no-such-program"), null);
  private static final ServerUser CHANGES_NOTHING = new ServerUser(List.of("env"), null);
  private static final ServerUser FAILS = new ServerUser(List.of("false"), null);

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path embedded;

  @Test
  void saysWhatToDoWhenRootCannotBecomeAnyoneElse() {
    assumeTrue("root".equals(System.getProperty("user.name")));
    assertThatThrownBy(
            () -> ServerUser.choose(embedded, List.of(NO_SUCH_PROGRAM, FAILS, CHANGES_NOTHING)))
        .isInstanceOf(EmbeddedServerFailure.class)
        .hasMessageContaining("run the hub as another user");
  }

  @Test
  void saysWhichFolderTheOtherUserCannotReach() {
    assumeTrue("root".equals(System.getProperty("user.name")));
    ServerUser nobody = new ServerUser(List.of("runuser", "-u", "nobody", "--"), "nobody");
    assertThatThrownBy(() -> ServerUser.choose(embedded.resolve("absent"), List.of(nobody)))
        .hasMessageContaining(embedded.resolve("absent").toString());
  }

  @Test
  void commandsOfAnOrdinaryUserStayAsTheyAre() {
    assertThat(new ServerUser(List.of(), null).command(List.of("initdb", "-D", "x")))
        .containsExactly("initdb", "-D", "x");
  }
}
