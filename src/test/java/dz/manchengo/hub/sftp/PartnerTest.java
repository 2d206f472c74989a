package dz.manchengo.hub.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.SettingRefused;
import dz.manchengo.hub.platform.StartCheck;
import dz.manchengo.hub.sftp.PartnerSettings.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PartnerTest {
  private static final HubHome HOME = new HubHome(Path.of("home"));

  @Test
  void unsetMeansTheAccountsOwnFolderAndNoAnswers() {
    Partner partner = partner("acme", Map.of());
    assertThat(partner.folder()).isEmpty();
    assertThat(partner.folders()).containsExactly(Map.entry("", ""));
    assertThat(partner.below("x.csv")).isEqualTo("x.csv");
    assertThat(partner.doneFolder()).isEqualTo("done");
    assertThat(partner.refusedFolder()).isEmpty();
    assertThat(partner.answersFolder()).isEmpty();
    assertThat(partner.depth()).isEqualTo(1);
    assertThat(partner.knownHosts()).isEqualTo(HOME.resolve("config/known_hosts"));
    assertThat(partner.server().port()).isEqualTo(22);
    assertThat(partner.server().settle()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void foldersBelowHaveDropFoldersOfTheirOwn() {
    Partner partner =
        partner("acme", Map.of("folder", "./out/", "folders[BL/2026/]", "stock-movements"));
    assertThat(partner.folders()).containsExactly(Map.entry("BL/2026", "stock-movements"));
    assertThat(partner.below("BL/2026/x.csv")).isEqualTo("out/BL/2026/x.csv");
    assertThat(partner.doneFolder()).isEqualTo("out/done");
    assertThat(partner.depth()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "/, x.csv, /x.csv",
    "/srv/out/, x.csv, /srv/out/x.csv",
    "., a/x.csv, a/x.csv",
    "'', x.csv, x.csv"
  })
  void pathsOnTheServer(String folder, String file, String path) {
    assertThat(partner("acme", Map.of("folder", folder)).below(file)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "acme, answers-folder, out, Le réglage hub.sftp.acme.answers-folder ne peut pas être « out »",
    "acme, done-folder, ./out/, Le réglage hub.sftp.acme.done-folder ne peut pas être « out »",
    "acme, settle, -1s, Le réglage hub.sftp.acme.settle ne peut pas être « -1000ms »",
    "acme, settle, 30, Le réglage hub.sftp.acme.settle ne peut pas être « 30ms »",
    "acme, username, ' ', Le réglage hub.sftp.acme.username manque : le hub en a besoin.",
    "AC/ME, into, orders, Le réglage hub.sftp.AC/ME ne peut pas être « AC/ME »"
  })
  void aSettingThatCannotBeIsNamed(String name, String key, String value, String sentence) {
    assertThatThrownBy(() -> partner(name, Map.of("folder", "out", key, value)))
        .isInstanceOf(SettingRefused.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void secretsAreReadEachTimeAndNeverShown(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "one\n");
    Partner partner = partner("acme", Map.of("password-file", secret.toString()));
    assertThat(partner.password()).contains("one");
    Files.writeString(secret, "two");
    assertThat(partner.password()).contains("two");
    assertThat(partner("acme", Map.of("password", "three")).server().toString())
        .isEqualTo("hub@sftp.example:22");
  }

  @Test
  void anAnswersPartnerAndNameAreInTheDelivery() {
    RemoteArrival arrival =
        new RemoteArrival("acme", "out/a|b.csv", "orders", RemoteArrival.Kind.FILE, 12, 34);
    String id = arrival.delivery().id();
    assertThat(id).isEqualTo("sftp|acme|out/a|b.csv|12|34");
    assertThat(RemoteArrival.partnerOf(id)).contains("acme");
    assertThat(RemoteArrival.nameOf(id)).isEqualTo("a|b.csv");
    assertThat(RemoteArrival.nameOf("sftp|acme|x.csv|12|34")).isEqualTo("x.csv");
    assertThat(RemoteArrival.partnerOf("drop|acme|x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a.csv, a.csv", "*.csv, \\*.csv", "a?b, a\\?b", "a\\b, a\\\\b"})
  void aNameIsNoPattern(String name, String quoted) {
    assertThat(Offer.quoted(name)).isEqualTo(quoted);
  }

  /** What the house sees of a failure is its own sentence; the server's words stand behind it. */
  @Test
  void theServersWordsStandBehindOurs() {
    Partner partner = partner("acme", Map.of("answers-folder", "reponses"));
    assertThat(
            new Reasons(Locale.FRENCH)
                .unanswered(partner, new IllegalStateException("Permission\ndenied")))
        .contains("l'accusé de réception n'a pas pu être déposé dans « reponses »")
        .endsWith(" Le serveur dit : « Permission denied ».");
  }

  @Test
  void aPasswordThatIsGivenTwiceStopsTheStart() {
    assertThatThrownBy(
            () -> partner("acme", Map.of("password", "x", "password-file", "/run/secrets/acme")))
        .hasMessageContaining("hub.sftp.acme.password-file")
        .hasMessageContaining("il faut l'un ou l'autre");
  }

  /** Both would take the same files, and answer them twice. */
  @Test
  void aFolderOfAServerIsReadOnce() {
    Map<String, Server> two = new TreeMap<>();
    two.put("acme", server(Map.of("folder", "out", "into", "invoices")));
    two.put("beta", server(Map.of("folder", "other", "into", "orders")));
    assertThat(partners(two).all()).hasSize(2);

    two.put("beta", server(Map.of("folder", "./out/", "into", "orders")));
    assertThatThrownBy(() -> partners(two))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining(
            "hub.sftp.beta.folder ne peut pas être « out » : un autre partenaire");
  }

  @ParameterizedTest
  @CsvSource({"-3s", "0s", "30", "5m"})
  void aLookComesAgainBeforeItIsMissed(String poll) {
    assertThatThrownBy(() -> partners(Map.of("acme", server(Map.of("poll", poll)))))
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("hub.sftp.acme.poll ne peut pas être");
  }

  private static Partners partners(Map<String, Server> servers) {
    return new Partners(
        new PartnerSettings(servers), HOME, new StartCheck(Locale.FRENCH), Duration.ofMinutes(5));
  }

  private static Partner partner(String name, Map<String, String> settings) {
    return Partner.of(name, server(settings), HOME, new StartCheck(Locale.FRENCH));
  }

  private static Server server(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of("host", "sftp.example", "username", "hub"));
    all.putAll(settings);
    return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("", Server.class);
  }
}
