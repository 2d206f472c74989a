package dz.manchengo.hub.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.buckets.Bucket;
import dz.manchengo.hub.scenario.MoodyBucket;
import dz.manchengo.hub.scenario.MoodyBucket.Mood;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BucketPlaceTest {
  private static final Manifest BACKUP =
      ManifestSample.of("hub-1", "VERIFIED", Instant.parse("2026-11-28T02:00:00Z"));

  private static final int LARGE = 40_000_003;

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static CamelContext camel;

  @SuppressWarnings("NullAway.Init")
  private static Path large;

  @SuppressWarnings("NullAway.Init")
  private MoodyBucket server;

  @BeforeAll
  static void start() throws IOException {
    camel = new DefaultCamelContext();
    camel.start();
    large = random("large", LARGE);
  }

  @AfterAll
  static void end() {
    camel.stop();
  }

  @BeforeEach
  void open() throws IOException {
    server = new MoodyBucket();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static Path random(String name, int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Files.write(folder.resolve(name), bytes);
  }

  private BucketPlace place(boolean checksums) {
    return place(checksums, camel, server.endpoint(), "secret");
  }

  static BucketPlace place(
      boolean checksums, CamelContext camel, String endpoint, String secretKey) {
    Bucket bucket =
        new Bucket("backups", "/hub/", "", endpoint, "hub-backup", secretKey, "", checksums);
    String name = endpoint + secretKey.length() + checksums;
    return new BucketPlace(name.replaceAll("[^a-z0-9]", "-"), bucket, () -> camel);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLargeFileGoesInParts(boolean checksums) throws IOException {
    BucketPlace place = place(checksums);
    place.put(large, "hub-1.tar.age");

    assertThat(server.keys()).containsExactly("hub/hub-1.tar.age");
    assertThat(server.bytes("hub/hub-1.tar.age")).isEqualTo(Files.readAllBytes(large));
    assertThat(server.seen().stream().filter(one -> one.contains("partNumber="))).hasSize(3);
    assertThat(server.uploads()).isZero();
    try (InputStream in = place.get("hub-1.tar.age")) {
      assertThat(in).hasSameContentAs(Files.newInputStream(large));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUSY_PART", "BUSY_TWICE"})
  void whatIsRefusedForAMomentIsSentAgain(String mood) throws IOException {
    server.is(Mood.valueOf(mood));
    place(true).put(large, "hub-1.tar.age");
    assertThat(server.bytes("hub/hub-1.tar.age")).isEqualTo(Files.readAllBytes(large));
    assertThat(server.seen().stream().filter(one -> one.contains("partNumber=2")))
        .hasSize(mood.equals("BUSY_PART") ? 3 : 1);

    server.is(Mood.BUSY_TWICE);
    Path small = random("small", 5_000);
    place(true).put(small, "hub-2.tar.age");
    assertThat(server.bytes("hub/hub-2.tar.age")).isEqualTo(Files.readAllBytes(small));
  }

  @Test
  void aConnectionThatIsLostAgainAndAgainLeavesNothingBehind() {
    server.is(Mood.RESETS);
    assertThatThrownBy(() -> place(true).put(large, "hub-1.tar.age"))
        .isInstanceOf(IOException.class);
    assertThat(server.keys()).isEmpty();
    assertThat(server.uploads()).isZero();
  }

  @Test
  void whatTheServerSaysIsTold() {
    server.is(Mood.BUSY);
    BucketPlace place = place(true);
    String said = "Please reduce your request rate. (503 SlowDown)";
    assertThatThrownBy(() -> place.put(large, "hub-1.tar.age"))
        .isInstanceOf(IOException.class)
        .hasMessage(said);
    assertThatThrownBy(place::manifests)
        .isInstanceOf(BackupFailure.class)
        .hasMessageContaining("s3://backups/hub/")
        .hasMessageContaining(said);
    server.is(Mood.GOOD);
    assertThatThrownBy(() -> place.get("hub-1.tar.age"))
        .isInstanceOf(IOException.class)
        .hasMessage("The specified key does not exist. (404 NoSuchKey)");
  }

  @Test
  void aServerThatIsNotThereIsTold() {
    server.close();
    assertThatThrownBy(() -> place(true).put(large, "hub-1.tar.age"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("127.0.0.1");
  }

  @Test
  void aByteThatChangedOnItsWayIsNoticed() throws IOException {
    BucketPlace place = place(true);
    place.put(random("small", 5_000), "hub-1.tar.age");
    server.is(Mood.FLIPS);
    assertThatThrownBy(
            () -> {
              try (InputStream in = place.get("hub-1.tar.age")) {
                in.readAllBytes();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void whatIsLeftHalfReadIsNotReadToItsEnd() throws IOException {
    BucketPlace place = place(true);
    place.put(large, "hub-1.tar.age");
    for (int time = 0; time < 60; time++) { // more than there are connections
      try (InputStream in = place.get("hub-1.tar.age")) {
        assertThat(in.read()).isNotNegative();
      }
    }
    assertThat(server.sent()).isZero();
  }

  @Test
  void allPagesAreListedAndNothingElse() throws IOException {
    for (int i = 0; i < 2_500; i++) {
      server.put("hub/" + i, new byte[0]);
    }
    server.put("hub/deeper/x", new byte[0]);
    server.put("hubbub", new byte[0]);
    server.put("other/x", new byte[0]);
    assertThat(place(true).files().keySet())
        .hasSize(2_500)
        .contains("0", "2499")
        .allMatch(name -> name.matches("\\d+"));
  }

  @Test
  void aStrangersFileIsNoManifest() throws IOException {
    server.put("hub/package.json", "{\"name\": 1".getBytes(UTF_8));
    BucketPlace place = place(true);
    place.put(BACKUP);
    assertThat(place.manifests()).extracting(Manifest::name).containsExactly("hub-1");
  }

  @Test
  void whatTheBucketHoldsOnToStays() throws IOException {
    BucketPlace place = place(true);
    place.put(random("small", 5_000), "hub-1.tar.age");
    place.put(BACKUP);
    server.is(Mood.KEEPS);
    place.delete(BACKUP);
    assertThat(server.keys()).containsExactly("hub/hub-1.json", "hub/hub-1.tar.age");

    server.is(Mood.GOOD);
    place.delete(BACKUP);
    assertThat(server.keys()).isEmpty();
  }

  @Test
  void versionAndLockAreLogged(CapturedOutput output) throws IOException {
    server.is(Mood.LOCKS);
    place(true).put(random("small", 5_000), "hub-1.tar.age");
    assertThat(output)
        .contains("hub-1.tar.age is in s3://backups/hub/: version v7, lock COMPLIANCE until 2027");
  }
}
