package dz.manchengo.hub.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.KnownSettings;
import dz.manchengo.hub.platform.StartCheck;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;

class BucketCheckTest {
  private static final String BUCKETS = "hub.backup.buckets.";
  private static final ApplicationContextRunner HUB =
      new ApplicationContextRunner()
          .withBean(HubHome.class, () -> new HubHome(Path.of("home")))
          .withUserConfiguration(BackupConfiguration.class, KnownSettings.class, StartCheck.class)
          .withPropertyValues(
              "hub.language=fr",
              "hub.backup.folders=",
              "hub.backup.key-file=",
              "hub.backup.tools=");

  private static String[] all(String settings) {
    return Stream.of(settings.split(" ")).map(one -> BUCKETS + one).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "a.region=eu-west-3, a.bucket manque",
    "a.bucket=s3://x a.region=eu-west-3, a.bucket ne peut pas être « s3://x »",
    "a.bucket=x?y=z a.region=eu-west-3, a.bucket ne peut pas",
    "a.bucket=backups, a.region manque",
    "a.bucket=backups a.endpoint=s3.example.dz, a.endpoint ne peut pas être « s3.example.dz »",
    "a.bucket=backups a.endpoint=https://:9000, a.endpoint ne peut pas",
    "a.bucket=backups a.endpoint=https://s3.dz a.access-key=k, a.secret-key manque",
    "a.bucket=backups a.endpoint=https://s3.dz a.secret-key=s, a.access-key manque",
    "a.bucket=backups a.endpoint=https://s3.dz a.access-key=k a.secret-key=s a.secret-key-file=f,"
        + " a.secret-key-file ne peut pas être « f »",
    "a.bucket=backups a.endpoint=https://s3.dz a.secret-kee=s, a.secret-kee n'existe pas",
    "A_b.bucket=backups A_b.endpoint=https://s3.dz, seuls les lettres a-z"
  })
  void whatNoBackupCouldGoToStopsTheStart(String settings, String told) {
    HUB.withPropertyValues(all(settings))
        .run(
            hub ->
                assertThat(NestedExceptionUtils.getMostSpecificCause(hub.getStartupFailure()))
                    .hasMessageContaining(told));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.bucket=backups a.region=eu-west-3",
        "a.bucket=backups a.endpoint=http://127.0.0.1:9000 a.access-key=k a.secret-key=s",
        "a.bucket=backups a.endpoint=https://s3.dz a.access-key=k a.secret-key-file=f a.prefix=/hub/"
      })
  void whatIsMeantDoesNot(String settings) {
    HUB.withPropertyValues(all(settings))
        .run(
            hub -> {
              assertThat(hub).hasNotFailed();
              assertThat(hub.getBean(Places.class).all())
                  .extracting(Place::name)
                  .containsExactly(
                      settings.contains("prefix") ? "s3://backups/hub/" : "s3://backups/");
            });
  }

  @Test
  void withoutAnyPlaceItIsAFolderOfTheHome() {
    HUB.run(
        hub ->
            assertThat(hub.getBean(Places.class).all())
                .extracting(Place::name)
                .containsExactly(Path.of("home", "backups").toString()));
  }

  @Test
  void bucketsComeBehindFolders() {
    HUB.withPropertyValues(all("a.bucket=backups a.region=eu-west-3"))
        .withPropertyValues("hub.backup.folders=/srv/backups")
        .run(
            hub ->
                assertThat(hub.getBean(Places.class).all())
                    .extracting(Place::name)
                    .containsExactly("/srv/backups", "s3://backups/"));
  }
}
