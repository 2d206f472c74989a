package dz.manchengo.hub.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrowAwayHomeTest {
  @Test
  void theHomeOfAKilledCheckIsRemovedByTheNextAndNoOther(@TempDir Path real) throws IOException {
    try (ThrowAwayHome running = ThrowAwayHome.beside(real)) {
      Path temp = Objects.requireNonNull(running.path().getParent());
      Path killed = Files.createTempDirectory(temp, "hub-check-");
      Files.createDirectories(killed.resolve("embedded/postgres"));
      Files.createFile(killed.resolve("in-use.lock"));
      Path inTheMaking = Files.createTempDirectory(temp, "hub-check-");
      Path link =
          Files.createSymbolicLink(temp.resolve("hub-check-link" + killed.hashCode()), real);
      Files.createFile(real.resolve("in-use.lock"));

      try (ThrowAwayHome next = ThrowAwayHome.beside(real)) {
        assertThat(killed).doesNotExist();
        assertThat(running.path()).exists();
        assertThat(next.path()).exists();
        assertThat(inTheMaking).exists();
        assertThat(real.resolve("in-use.lock")).exists();
      } finally {
        Files.delete(link);
        Files.delete(inTheMaking);
      }
      assertThat(running.path().resolve("in-use.lock")).exists();
    }
  }
}
