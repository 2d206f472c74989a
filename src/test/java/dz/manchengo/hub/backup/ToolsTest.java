package dz.manchengo.hub.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are shell scripts here")
class ToolsTest {
  @TempDir Path folder;

  private String programs(String says) throws IOException {
    for (String name : new String[] {"pg_dump", "pg_restore"}) {
      Path file = folder.resolve(name);
      Files.writeString(file, "#!/bin/sh\necho '" + name + " (PostgreSQL) " + says + "'\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return folder.toString();
  }

  @Test
  void programsOfTheServersVersionFitAndSoDoNewerOnes() throws IOException {
    String given = programs("16.4 (Debian 16.4-1)");
    assertThat(Tools.find(given, "15.19").version()).isEqualTo("16.4");
    assertThat(Tools.find(given, "16.9").version()).isEqualTo("16.4");
  }

  @Test
  void olderOnesWouldRefuseTheServer() throws IOException {
    String given = programs("15.18");
    assertThatThrownBy(() -> Tools.find(given, "17.2"))
        .isInstanceOf(BackupFailure.class)
        .hasMessage("backup.failure.old-tools[17, 15.18]");
  }

  @Test
  void aFolderWithoutThemIsSaidToBeOne() {
    assertThatThrownBy(() -> Tools.find(folder.toString(), "15.19"))
        .isInstanceOf(BackupFailure.class)
        .hasMessageStartingWith("backup.failure.no-tools[");
  }
}
