package dz.manchengo.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path parent;

  @Test
  void hasNoNameUntilItIsWholeAndLeavesNothingOfTheFirstAttempt() throws IOException {
    Path target = parent.resolve("target");
    assertThatThrownBy(() -> WholeFolder.make(target, WholeFolderTest::breaks))
        .hasMessage("cut short");
    assertThat(target).doesNotExist();
    WholeFolder.make(target, folder -> Files.writeString(folder.resolve("second"), ""));
    assertThat(parent).isDirectoryNotContaining(path -> !path.equals(target));
    assertThat(target).isDirectoryContaining(path -> path.endsWith("second"));
    assertThat(target.resolve("first")).doesNotExist();
  }

  private static void breaks(Path folder) throws IOException {
    Files.writeString(folder.resolve("first"), "");
    throw new IOException("cut short");
  }
}
