package dz.manchengo.hub.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much has to be free where a copy is restored beside the live database. */
class DiskTest {
  private static final long GB = 1L << 30;

  @TempDir Path folder;

  /** The copy, and what the server logs of it; the backup's own files where they lie there too. */
  @Test
  void aCopyNeedsItsLogToo() throws IOException {
    assertThat(new Disk(folder, GB / 2).needed()).isEqualTo(GB);
    assertThat(new Disk(folder, 20 * GB).needed()).isEqualTo(21 * GB);
    assertThat(new Disk(folder, 20 * GB).needed(folder)).isEqualTo(41 * GB);
  }

  @Test
  void aDiskThatIsTooSmallIsSaidToBe() throws IOException {
    Disk small = new Disk(folder, 1L << 60);

    assertThat(small.isNearlyFull()).isTrue();
    assertThatThrownBy(() -> small.check(small.needed()))
        .isInstanceOfSatisfying(
            BackupFailure.class,
            failure ->
                assertThat(failure.sentence(new Texts(Locale.FRENCH)))
                    .contains("Mo dans " + folder)
                    .contains("il en faut 1"));
    Disk large = new Disk(folder, 1);
    assertThat(large.isNearlyFull()).isFalse();
    assertThatNoException().isThrownBy(() -> large.check(large.needed()));
  }
}
