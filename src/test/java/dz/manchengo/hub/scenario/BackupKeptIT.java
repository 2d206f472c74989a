package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.scenario.BackupHub.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies in the places, and is no longer what was put there. */
class BackupKeptIT extends BackupScenario {
  /** A backup that was proved in its night may be damaged where it lies. */
  @Test
  void aDrillFindsWhatWasDamagedSince() throws IOException {
    Made made = hub.backup();
    db.sql("UPDATE restore_drill SET started_at = started_at - interval '1 year'").update();
    assertThat(hub.run("restore-drill")).isEqualTo("COMPLETED ");
    assertThat(
            db.sql(
                    "SELECT DISTINCT status FROM restore_drill WHERE started_at > now() - interval '1 day'")
                .query(String.class)
                .list())
        .containsExactly("VERIFIED");
    assertThat(hub.home().resolve("reports/restore-drill")).isNotEmptyDirectory();

    List<Path> files = new ArrayList<>(files(backups(), ".age"));
    files.addAll(files(mirror(), ".age"));
    for (Path file : files) {
      harm(file);
    }
    Path reports = hub.home().resolve("reports/restore-drill");
    int before = files(reports, ".xlsx").size();
    assertThat(hub.run("restore-drill")).startsWith("FAILED hub-").contains("abîmée");
    assertThat(files(reports, ".xlsx")).as("the evidence").hasSize(before + 1);
    assertThat(hub.restore("--to-database", "damaged", "--name", made.name())).contains("abîmée");
    for (Path file : files) {
      harm(file);
    }
    assertThat(hub.scratchDatabases()).isEmpty();
    assertThat(hub.home().resolve("drill-work")).doesNotExist();
    assertThat(hub.restore("--list")).contains("DAMAGED").contains("abîmée");
    assertThat(
            db.sql("SELECT status FROM backup_run WHERE failure LIKE '%abîmée%'")
                .query(String.class)
                .list())
        .containsOnly("SUSPECT");
    for (Path place : List.of(backups(), mirror())) {
      Files.createFile(place.resolve("emptied-on-purpose"));
    }
    for (Path file : files) {
      Files.delete(file);
      Files.deleteIfExists(Path.of(file.toString().replace(".tar.age", ".json")));
    }
  }

  /** A night is long: where the newest one is gone, the one before it counts. */
  @Test
  void theNewestOneIsMissedUntilItIsThereAgain() throws IOException {
    hub.backup();
    String name = hub.backup().name();
    Path file = backups().resolve(name + ".tar.age");
    Files.move(file, aside(file));
    awaitMissing(name, true);
    db.sql(
            "UPDATE backup_run SET snapshot_at = snapshot_at - interval '27 hours' WHERE name <> :name")
        .param("name", name)
        .update();
    await("nothing is proved").atMost(Duration.ofSeconds(30)).until(() -> unproved() == 1);

    Files.move(aside(file), file);
    awaitMissing(name, false);
    await("it is proved").atMost(Duration.ofSeconds(30)).until(() -> unproved() == 0);
  }

  private static int unproved() {
    return db.sql("SELECT count(*) FROM incident WHERE kind = 'BACKUP' AND closed_at IS NULL")
        .query(Integer.class)
        .single();
  }

  private static void awaitMissing(String name, boolean missing) {
    await("missing: " + missing)
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                db.sql("SELECT missing_since IS NOT NULL FROM v_backup WHERE name = :name")
                    .param("name", name)
                    .query(Boolean.class)
                    .single(),
            is -> is == missing);
  }

  /** Its manifest says that it was proved; its file tells otherwise. */
  @Test
  void aProvedOneWhoseFileIsCutIsNoneAnyMore() throws IOException {
    String good = hub.backup().name();
    Path file = backups().resolve(good + ".tar.age");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[0]);

    assertThat(hub.restore("--list").lines().filter(line -> line.contains(good)))
        .singleElement()
        .asString()
        .contains("DAMAGED");
    assertThat(hub.run("restore-drill")).startsWith("FAILED " + good);
    assertThat(hub.run("backup-nightly"))
        .startsWith("FAILED la sauvegarde de cette nuit est prouvée, mais " + good);
    Files.write(file, whole);
    assertThat(hub.restore("--list").lines().filter(line -> line.contains(good)))
        .singleElement()
        .asString()
        .contains("VERIFIED");
  }

  /** A file that says of itself that it is another one is none, whatever lies beside it. */
  @Test
  void anOlderOneUnderANewerNameIsNotTakenForIt() throws IOException {
    String older = hub.backup().name();
    String newer = hub.backup().name();
    Path file = backups().resolve(newer + ".tar.age");
    Path manifest = backups().resolve(newer + ".json");
    byte[] whole = Files.readAllBytes(file);
    String said = Files.readString(manifest);
    Files.copy(backups().resolve(older + ".tar.age"), file, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        manifest, Files.readString(backups().resolve(older + ".json")).replace(older, newer));

    assertThat(hub.restore("--to-database", "taken_for", "--name", newer))
        .contains("n'est pas ce que dit son manifeste")
        .contains(older);
    Files.write(file, whole);
    Files.delete(manifest);
    assertThat(hub.restore("--list")).contains(newer + " n'a pas de manifeste lisible");
    Files.writeString(manifest, said);
    assertThat(hub.restore("--list")).doesNotContain("manifeste lisible");
  }

  /** One of a former hub is only worth something if this one starts on it. */
  @Test
  void aDrillRunsTheMigrationsThatAreMissing() throws IOException {
    hub.good();
    db.sql("CREATE TABLE backup_harm_history AS SELECT * FROM flyway_schema_history").update();
    String last = "version::int >= 63"; // whose table is there already
    db.sql("DELETE FROM flyway_schema_history WHERE " + last).update();
    Made made = hub.backup();
    db.sql("INSERT INTO flyway_schema_history SELECT * FROM backup_harm_history WHERE " + last)
        .update();
    db.sql("DROP TABLE backup_harm_history").update();
    assertThat(made.failure()).contains("un hub ne démarrerait pas sur la copie restaurée");

    Path manifest = backups().resolve(made.name() + ".json");
    Files.writeString(manifest, Files.readString(manifest).replace("SUSPECT", "VERIFIED"));
    List<Path> others = manifestsBut(manifest);
    for (Path other : others) {
      Files.move(other, aside(other));
    }
    assertThat(hub.run("restore-drill"))
        .startsWith("FAILED " + made.name())
        .contains("les migrations de ce hub ne passent pas");
    for (Path other : others) {
      Files.move(aside(other), other);
    }
    Files.delete(manifest);
  }

  private static Path aside(Path file) {
    return file.resolveSibling(file.getFileName() + ".aside");
  }

  private static List<Path> manifestsBut(Path one) throws IOException {
    List<Path> all = new ArrayList<>(files(backups(), ".json"));
    all.addAll(files(mirror(), ".json"));
    all.remove(one);
    return all;
  }

  /** One bit of the first copy is wrong: the other one is as good. */
  @Test
  void aCopyThatIsDamagedIsReadElsewhere() throws IOException {
    String name = hub.backup().name();
    db.sql("DROP DATABASE IF EXISTS from_elsewhere WITH (FORCE)").update();
    Path first = backups().resolve(name + ".tar.age");
    harm(first);
    String places = "--hub.backup.folders=" + backups() + "," + mirror();
    String said = hub.restore("--to-database", "from_elsewhere", "--name", name, places);

    assertThat(said)
        .contains(name + " dans " + backups() + " : la sauvegarde relue est abîmée")
        .contains("Base from_elsewhere restaurée et comparée");
    assertThat(Files.readString(backups().resolve(name + ".json")))
        .as("it is not proved any more")
        .contains("\"status\" : \"DAMAGED\"");
    await("nor in the books")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                db.sql("SELECT status FROM backup_run WHERE name = :name")
                    .param("name", name)
                    .query(String.class)
                    .single()
                    .equals("SUSPECT"));
    Files.delete(first);
    Files.delete(backups().resolve(name + ".json"));
    assertThat(hub.home().resolve("restore-work")).doesNotExist();
    db.sql("DROP DATABASE from_elsewhere WITH (FORCE)").update();
  }

  private static List<Path> files(Path place, String suffix) throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  /** One bit in the middle; the second time it is whole again. */
  private static void harm(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
