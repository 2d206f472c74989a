package dz.manchengo.hub.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup at two places, of which one does not do what it should. */
class CopiesTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  @TempDir Path folder;
  private Path file = Path.of("");
  private BackupKey key = new BackupKey(List.of());
  private Manifest manifest = ManifestSample.of("hub-one", "UPLOADED", Instant.EPOCH);

  @BeforeEach
  void seal() throws IOException {
    Path set = Files.createDirectories(folder.resolve("set"));
    Files.write(set.resolve("manifest.json"), manifest.bytesOf());
    key = BackupKey.readOrMake(folder.resolve("key.txt"));
    file = folder.resolve("hub-one.tar.age");
    manifest = manifest.with(Sealed.write(set, file, key));
  }

  private Place place(String name) {
    return new FolderPlace(folder.resolve(name));
  }

  @Test
  void whatOnePlaceGivesBackIsTakenThoughAnotherGivesNothingBack() throws IOException {
    Copies copies = new Copies(List.of(place("a"), place("b")));
    copies.ship(file, manifest);
    Files.write(folder.resolve("b/hub-one.tar.age"), new byte[20]);

    copies.fetch(manifest, key, folder.resolve("back"));
    copies.prove(manifest.with(Manifest.VERIFIED, manifest.millis(), null));

    assertThat(folder.resolve("back/manifest.json")).exists();
    assertThat(copies.good()).extracting(Place::name).containsExactly(folder.resolve("a") + "");
    assertThat(copies.unproved()).extracting(Place::name).containsExactly(folder.resolve("b") + "");
    assertThat(Files.readString(folder.resolve("a/hub-one.json"))).contains("VERIFIED");
    assertThat(Files.readString(folder.resolve("b/hub-one.json"))).doesNotContain("VERIFIED");
    assertThat(copies.missing().orElseThrow().sentence(TEXTS))
        .startsWith("proved in " + folder.resolve("a") + ", but ")
        .contains("damaged");
  }

  @Test
  void whereNoneIsLeftAllOfThemAreTold() throws IOException {
    Files.createFile(folder.resolve("a"));
    Files.createFile(folder.resolve("b"));
    Copies copies = new Copies(List.of(place("a"), place("b")));

    assertThatThrownBy(() -> copies.ship(file, manifest))
        .isInstanceOfSatisfying(
            BackupFailure.class,
            failure ->
                assertThat(failure.sentence(TEXTS))
                    .contains(folder.resolve("a") + ": ", folder.resolve("b") + ": "));
    assertThat(file).as("it is sent by nobody yet").exists();
  }

  @Test
  void whatAllPlacesHaveIsMissingNowhere() throws IOException {
    Copies copies = new Copies(List.of(place("a"), place("b")));
    copies.ship(file, manifest);
    assertThat(copies.unproved()).hasSize(2);
    copies.fetch(manifest, key, folder.resolve("back"));
    copies.prove(manifest.with(Manifest.VERIFIED, manifest.millis(), null));
    assertThat(copies.missing()).isEmpty();
    assertThat(copies.unproved()).isEmpty();
  }

  /** Nothing is wrong with it but the key. */
  @Test
  void whatIsSealedForAnotherKeyIsNotDamaged() throws IOException {
    Copies copies = new Copies(List.of(place("a")));
    copies.ship(file, manifest);
    BackupKey other = BackupKey.readOrMake(folder.resolve("other.txt"));

    assertThatThrownBy(() -> place("a").open(manifest, other, folder.resolve("back")))
        .isInstanceOfSatisfying(
            BackupFailure.class,
            failure -> {
              assertThat(failure.isDamage()).isFalse();
              assertThat(failure.sentence(TEXTS)).contains("for another key");
            });
  }
}
