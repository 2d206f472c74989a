package dz.manchengo.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path embedded;

  @Test
  void isMadeOnceAndStaysTheSame() throws IOException {
    String first = Password.of(embedded);
    assertThat(first).matches("[A-Za-z0-9_-]{32}");
    assertThat(Password.of(embedded)).isEqualTo(first);
    assertThat(Files.readString(Password.file(embedded)).strip()).isEqualTo(first);
  }

  @Test
  void differsFromHomeToHome(@TempDir Path other) throws IOException {
    assertThat(Password.of(embedded)).isNotEqualTo(Password.of(other));
  }

  @Test
  void onlyItsUserReadsTheFileEvenIfSomeoneOpenedItUp() throws IOException {
    assumeTrue(Files.getFileStore(embedded).supportsFileAttributeView("posix"));
    Password.of(embedded);
    assertThat(mode()).isEqualTo("rw-------");
    Files.setPosixFilePermissions(
        Password.file(embedded), PosixFilePermissions.fromString("rw-r--r--"));
    Password.of(embedded);
    assertThat(mode()).isEqualTo("rw-------");
  }

  @Test
  void anEmptyFileCountsAsNone() throws IOException {
    Files.writeString(Password.file(embedded), "\n");
    assertThat(Password.of(embedded)).hasSize(32);
  }

  private String mode() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(Password.file(embedded)));
  }
}
