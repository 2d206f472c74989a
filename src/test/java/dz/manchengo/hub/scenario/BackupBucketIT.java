package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.scenario.BackupHub.Made;
import dz.manchengo.hub.scenario.MoodyBucket.Mood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Backups in two buckets: one of a server that looks at signatures, and one of a server that does
 * harm.
 */
class BackupBucketIT {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static S3ProxyHost server;

  @SuppressWarnings("NullAway.Init")
  private static MoodyBucket moody;

  @SuppressWarnings("NullAway.Init")
  private static BackupHub hub;

  @BeforeAll
  static void start() throws IOException {
    server = new S3ProxyHost(Files.createDirectories(folder.resolve("s3proxy")));
    moody = new MoodyBucket();
    keepSecret(S3ProxyHost.SECRET_KEY);
    hub =
        new BackupHub(
            Files.createDirectories(folder.resolve("hub")), settings("-D").toArray(String[]::new));
  }

  @AfterAll
  static void end() {
    if (hub != null) {
      hub.close();
    }
    server.close();
    moody.close();
  }

  @AfterEach
  void noHarm() throws IOException {
    moody.is(Mood.GOOD);
    keepSecret(S3ProxyHost.SECRET_KEY);
  }

  private static void keepSecret(String secret) throws IOException {
    Files.writeString(folder.resolve("secret"), secret + "\n");
  }

  private static List<String> settings(String dashes) {
    List<String> all = new ArrayList<>();
    String one = dashes + "hub.backup.buckets.one.";
    all.add(one + "bucket=" + S3ProxyHost.BUCKET);
    all.add(one + "prefix=hub");
    all.add(one + "endpoint=" + server.endpoint());
    all.add(one + "access-key=" + S3ProxyHost.ACCESS_KEY);
    all.add(one + "secret-key-file=" + folder.resolve("secret"));
    BucketSettings.of(moody, dashes + "hub.backup.buckets.two.", "moody", "")
        .forEach((key, value) -> all.add(key + "=" + value));
    all.add(dashes + "hub.backup.keep=1s"); // two stay whatever their age
    all.add(dashes + "hub.backup.keep-verified=2");
    return all;
  }

  private static String restore(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(settings("--"));
    return hub.restore(all.toArray(String[]::new));
  }

  @Test
  void aBackupInBucketsIsFetchedBackAndCompared() throws IOException {
    Made made = hub.backup();

    assertThat(made).extracting(Made::status, Made::failure).containsExactly("VERIFIED", "");
    assertThat(Files.readAllBytes(server.bucket().resolve("hub/" + made.name() + ".tar.age")))
        .isEqualTo(moody.bytes(made.name() + ".tar.age"));
    assertThat(new String(moody.bytes(made.name() + ".json"), UTF_8))
        .contains("\"status\" : \"VERIFIED\"");
    assertThat(hub.home().resolve("backups")).as("buckets alone were asked for").doesNotExist();
    assertThat(
            hub.db()
                .sql("SELECT array_to_string(places, ' ') FROM backup_run WHERE name = :name")
                .param("name", made.name())
                .query(String.class)
                .single())
        .isEqualTo("s3://backups/hub/ s3://moody/");
  }

  @Test
  void itIsBroughtBackFromTheBucketAndTheKeyAlone() {
    String name = hub.good();
    hub.db().sql("DROP DATABASE IF EXISTS from_bucket WITH (FORCE)").update();

    assertThat(restore("--list"))
        .contains("s3://backups/hub/ : ", "s3://moody/ : ", name)
        .contains("VERIFIED");
    assertThat(restore("--to-database", "from_bucket"))
        .contains("Base from_bucket restaurée et comparée");
  }

  @Test
  void aPlaceOutOfReachKeepsNoOtherFromBeingRead() throws IOException {
    String name = hub.good();
    hub.db().sql("DROP DATABASE IF EXISTS from_other WITH (FORCE)").update();
    keepSecret("guessed");

    assertThat(restore("--list"))
        .contains("s3://backups/hub/ ne peut pas être lu : ", "(403 SignatureDoesNotMatch)")
        .contains("s3://moody/ : ", name);
    assertThat(restore("--to-database", "from_other"))
        .contains("s3://backups/hub/ ne peut pas être lu")
        .contains("Base from_other restaurée et comparée");
  }

  @Test
  void aWrongSecretIsAFailureUntilItIsReplaced() throws IOException {
    keepSecret("guessed");
    Made made = hub.backup();
    assertThat(made.status()).isEqualTo("FAILED");
    assertThat(made.failure())
        .contains("s3://backups/hub/ ne peut pas être lu : ", "(403 SignatureDoesNotMatch)");

    keepSecret(S3ProxyHost.SECRET_KEY);
    assertThat(hub.backup().status()).isEqualTo("VERIFIED");
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY, s3://moody/ ne peut pas être lu : Please reduce your request rate. (503 SlowDown)",
    "BUSY_WRITING, n'a pas pu être mise dans s3://moody/ : Please reduce your request rate. (503 SlowDown)",
    "FLIPS, s3://moody/ ne peut pas être lu : Data read has a different checksum",
    "OTHER_CONTENT, la sauvegarde relue est abîmée",
    "RESETS, n'a pas pu être mise dans s3://moody/ : "
  })
  void whatDoesNotComeBackIsNeverProved(Mood mood, String why) throws IOException {
    String good = hub.good();
    moody.is(mood);
    Made made = hub.backup();
    moody.is(Mood.GOOD);

    assertThat(made.status()).as(made.failure()).isEqualTo("FAILED");
    assertThat(made.failure()).contains(why);
    assertThat(hub.scratchDatabases()).isEmpty();
    assertThat(hub.home().resolve("backup-work")).doesNotExist();
    assertThat(moody.keys()).contains(good + ".tar.age", good + ".json");
    assertThat(server.bucket().resolve("hub/" + good + ".tar.age")).exists();
    assertThat(made.failure()).startsWith("prouvée dans s3://backups/hub/, mais ");
    String[] lists = restore("--list").split("s3://moody/ : ", 2);
    assertThat(lists[0]).containsPattern(made.name() + ".*VERIFIED");
    assertThat(lists[1]).contains(good).doesNotContainPattern(made.name() + ".*VERIFIED");
  }

  @Test
  void aDrillReadsBucketsToo() {
    hub.good();
    assertThat(hub.run("restore-drill")).isEqualTo("COMPLETED ");
    moody.is(Mood.BUSY);
    assertThat(hub.run("restore-drill"))
        .startsWith("FAILED")
        .contains("s3://moody/ ne peut pas être lu : Please reduce");
  }

  @Test
  void aServerThatIsBusyForAMomentIsAskedAgain() {
    moody.is(Mood.BUSY_TWICE);
    assertThat(hub.backup())
        .extracting(Made::status, Made::failure)
        .containsExactly("VERIFIED", "");
  }

  @Test
  void whatTheBucketKeepsIsNoFailure() {
    String old = hub.backup().name() + ".tar.age";
    moody.is(Mood.KEEPS);
    for (int later = 0; later < 3; later++) {
      assertThat(hub.run("backup-nightly")).isEqualTo("COMPLETED ");
    }
    assertThat(moody.keys()).contains(old);
    assertThat(server.bucket().resolve("hub/" + old)).doesNotExist();
    moody.is(Mood.GOOD);
    hub.backup();
    assertThat(moody.keys()).doesNotContain(old);
  }

  /** The page for a lost machine, where the backups are in a bucket. */
  @Test
  void thePageBringsBackALostMachine() throws IOException {
    hub.good();
    Path machine = Files.createDirectories(folder.resolve("machine"));
    String page = Files.readString(Path.of("ops", "runbooks", "disaster-recovery.md"));
    String home = block(page, "```sh\n");
    String bucket = block(page, "```sh bucket\n");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-c", "set -e\n" + home + bucket)
            .directory(machine.toFile())
            .redirectErrorStream(true);
    bash.environment()
        .putAll(
            Map.of(
                "JAR", Path.of(System.getProperty("hub.jar")).toAbsolutePath().toString(),
                "KEY", hub.home().resolve("backup-key.txt").toString(),
                "OLD", Files.createDirectories(folder.resolve("nothing")).toString(),
                "BUCKET", S3ProxyHost.BUCKET,
                "PREFIX", "hub",
                "ENDPOINT", server.endpoint(),
                "ACCESS_KEY", S3ProxyHost.ACCESS_KEY,
                "SECRET_FILE", folder.resolve("secret").toString(),
                "HUB_BACKUP_TOOLS", hub.tools().folder().toString(),
                "HUB_EMBEDDED_POSTGRES_PORT", "0"));
    try {
      Process process = bash.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(said)
          .contains("s3://backups/hub/ : ", "VERIFIED", "Base hub restaurée et comparée");
    } finally {
      new HubFolder(machine.resolve("var")).endServers();
    }
  }

  private static String block(String page, String begin) {
    int from = page.indexOf(begin) + begin.length();
    return page.substring(from, page.indexOf("```", from));
  }
}
