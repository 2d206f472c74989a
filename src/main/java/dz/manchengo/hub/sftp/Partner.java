package dz.manchengo.hub.sftp;

import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Secret;
import dz.manchengo.hub.platform.SettingRefused;
import dz.manchengo.hub.platform.StartCheck;
import dz.manchengo.hub.sftp.PartnerSettings.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * A partner whose server brings files.
 *
 * @param folders drop folders by the folder below the server's own that leads into them; that one
 *     itself is the empty path
 * @param knownHosts the file that holds the server's key
 */
record Partner(String name, Server server, Map<String, String> folders, Path knownHosts) {
  /**
   * One partner by its settings.
   *
   * @throws SettingRefused where a setting cannot be
   */
  static Partner of(String name, Server server, HubHome home, StartCheck check) {
    String key = "hub.sftp." + name;
    check.require(name.matches("[a-z0-9][a-z0-9-]*"), key, name, "setting.why.partner-name");
    check.given(key + ".host", server.host());
    check.given(key + ".username", server.username());
    check.either(key + ".password", server.password(), server.passwordFile());
    check.either(key + ".passphrase", server.passphrase(), server.passphraseFile());
    check.require(
        server.settle().isZero() || server.settle().toMillis() >= StartCheck.LEAST_MILLIS,
        key + ".settle",
        DurationStyle.SIMPLE.print(server.settle(), ChronoUnit.MILLIS),
        "setting.why.settle");
    Map<String, String> folders = new TreeMap<>();
    server.folders().forEach((remote, drop) -> folders.put(plain(remote), plain(drop)));
    if (server.into() != null || folders.isEmpty()) {
      folders.put("", server.into() == null ? "" : plain(server.into()));
    }
    Path known = server.knownHostsFile();
    Partner partner =
        new Partner(
            name, server, folders, known == null ? home.resolve("config/known_hosts") : known);
    partner.requireApart(check, key + ".done-folder", partner.doneFolder());
    partner.requireApart(check, key + ".refused-folder", partner.refusedFolder());
    partner.requireApart(check, key + ".answers-folder", partner.answersFolder());
    partner.requireApart(check, key + ".reports-folder", partner.reportsFolder());
    return partner;
  }

  /** What was put there would be taken again. */
  private void requireApart(StartCheck check, String key, String folder) {
    check.require(
        folder.isEmpty()
            || !server.take()
            || folders.keySet().stream().noneMatch(f -> below(f).equals(folder)),
        key,
        folder,
        "setting.why.apart");
  }

  /** Without {@code ./} before and {@code /} behind. */
  private static String plain(String folder) {
    String plain = folder.strip().replaceAll("(?<=.)/+$", "").replaceAll("^(\\./+)+", "");
    return plain.equals(".") ? "" : plain;
  }

  /**
   * The path that the server knows a file or folder by, for one below the folder that is polled.
   */
  String below(String path) {
    String folder = folder();
    return folder.isEmpty() || folder.endsWith("/") || path.isEmpty()
        ? folder + path
        : folder + "/" + path;
  }

  /** Where files are taken from; like the others from the account's own folder, or absolute. */
  String folder() {
    return plain(server.folder());
  }

  /** Where files go that were read; empty: they stay where they are. */
  String doneFolder() {
    return server.doneFolder() == null ? below("done") : plain(server.doneFolder());
  }

  /** Where files go of which nothing was posted; empty: to the others. */
  String refusedFolder() {
    return plain(server.refusedFolder());
  }

  /** Where acknowledgements go; empty: nowhere. */
  String answersFolder() {
    return plain(server.answersFolder());
  }

  /** Where workbooks of jobs go; empty: nowhere. */
  String reportsFolder() {
    return plain(server.reportsFolder());
  }

  /** How many folders lie on the way to the deepest one, the polled one included. */
  int depth() {
    return folders.keySet().stream()
        .mapToInt(f -> f.isEmpty() ? 1 : f.split("/").length + 1)
        .max()
        .orElse(1);
  }

  /** What the log and the table of doors call it. */
  String door() {
    return "sftp:" + name;
  }

  /** What other hubs know it by, whatever name it has there. */
  String place() {
    return "sftp://" + server + "/" + folder();
  }

  boolean hasKey() {
    return server.privateKeyFile() != null;
  }

  /** Read anew for each login, so a secret that is replaced on disk is used from then on. */
  Optional<String> password() throws IOException {
    return secret(server.password(), server.passwordFile());
  }

  Optional<String> passphrase() throws IOException {
    return secret(server.passphrase(), server.passphraseFile());
  }

  private static Optional<String> secret(@Nullable String value, @Nullable Path file)
      throws IOException {
    return Optional.ofNullable(Secret.current(value, file == null ? null : file.toString()));
  }

  @Override
  public String toString() {
    return door();
  }
}
