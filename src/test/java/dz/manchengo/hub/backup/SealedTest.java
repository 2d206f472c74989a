package dz.manchengo.hub.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTest {
  @TempDir Path folder;
  private byte[] written = new byte[0];
  private Sealed sealed = new Sealed(0, "");
  private BackupKey key = new BackupKey(List.of());

  @BeforeEach
  void seal() throws IOException {
    Path set = Files.createDirectories(folder.resolve("set/dump"));
    byte[] random = new byte[300_000];
    new Random(7).nextBytes(random);
    Files.write(set.resolve("4530.dat.gz"), random);
    Files.writeString(set.resolve("toc.dat"), "PGDMP");
    Files.writeString(folder.resolve("set/manifest.json"), "{}");
    key = BackupKey.readOrMake(folder.resolve("key.txt"));
    sealed = Sealed.write(folder.resolve("set"), folder.resolve("b.tar.age"), key);
    written = Files.readAllBytes(folder.resolve("b.tar.age"));
  }

  private Sealed open(byte[] bytes, BackupKey with) throws IOException {
    Path back = Files.createTempDirectory(folder, "back");
    return Sealed.open(new ByteArrayInputStream(bytes), back, with);
  }

  @Test
  void itOpensAsItWasSealed() throws IOException {
    Path back = Files.createDirectories(folder.resolve("back"));
    assertThat(Sealed.open(new ByteArrayInputStream(written), back, key)).isEqualTo(sealed);
    assertThat(sealed.bytes()).isEqualTo(written.length);
    assertThat(back.resolve("dump/4530.dat.gz"))
        .hasSameBinaryContentAs(folder.resolve("set/dump/4530.dat.gz"));
    assertThat(back.resolve("manifest.json")).hasContent("{}");
    assertThat(new String(written, 0, 21, StandardCharsets.US_ASCII))
        .as("anybody's age opens it")
        .isEqualTo("age-encryption.org/v1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.6, 0.999})
  void oneBitIsNoticedWhereverItIs(double where) {
    byte[] damaged = written.clone();
    damaged[(int) (damaged.length * where)] ^= 1;
    assertThatThrownBy(() -> open(damaged, key))
        .isInstanceOf(BackupFailure.class)
        .hasMessageStartingWith("backup.failure.damaged[");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0005, 0.6, 0.9999})
  void soIsAnEndThatIsMissing(double where) {
    byte[] cut = Arrays.copyOf(written, (int) (written.length * where));
    assertThatThrownBy(() -> open(cut, key)).isInstanceOf(BackupFailure.class);
  }

  @Test
  void itIsForItsKeyAlone() throws IOException {
    BackupKey other = BackupKey.readOrMake(folder.resolve("other.txt"));
    assertThatThrownBy(() -> open(written, other)).isInstanceOf(BackupFailure.class);
    assertThat(BackupKey.readOrMake(folder.resolve("key.txt")).identities())
        .isEqualTo(key.identities());
  }

  @Test
  void aNewKeyGoesBeforeTheFormerOneWhichStillOpens() throws IOException {
    BackupKey next = BackupKey.readOrMake(folder.resolve("next.txt"));
    Path file = folder.resolve("both.txt");
    Files.writeString(
        file,
        Files.readString(folder.resolve("next.txt")) + Files.readString(folder.resolve("key.txt")));
    BackupKey both = BackupKey.read(file);

    assertThat(open(written, both)).isEqualTo(sealed);
    Sealed.write(folder.resolve("set"), folder.resolve("n.tar.age"), both);
    byte[] newer = Files.readAllBytes(folder.resolve("n.tar.age"));
    assertThat(open(newer, next).bytes()).isEqualTo(newer.length);
    assertThatThrownBy(() -> open(newer, key)).isInstanceOf(BackupFailure.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AGE-SECRET-KEY-1QQQQ", "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"})
  void aFileWithoutAKeyIsNone(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.txt"), text + "\n");
    assertThatThrownBy(() -> BackupKey.read(file))
        .isInstanceOf(BackupFailure.class)
        .hasMessageStartingWith("backup.failure.bad-key[");
    assertThatThrownBy(() -> BackupKey.read(folder.resolve("none.txt")))
        .isInstanceOf(BackupFailure.class)
        .hasMessageStartingWith("backup.failure.no-key[");
  }
}
