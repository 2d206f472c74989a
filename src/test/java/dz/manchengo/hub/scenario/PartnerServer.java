package dz.manchengo.hub.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server (Apache MINA SSHD) over a folder of this machine, with moods. */
final class PartnerServer implements AutoCloseable {
  static final String USER = "hub";
  static final String PASSPHRASE = "phrase d'acier";

  /** A file of that name is listed under another one that leads out of its folder. */
  static final String CLIMBER = "climber.csv";

  /** A file of that name is listed as {@code vélo.csv} in windows-1252. */
  static final String LATIN = "latin.csv";

  private final Path root;
  private final Path known;
  private final Path key;
  private final KeyPair identity;
  private final SshServer server;
  private final MoodyFiles files = new MoodyFiles();
  private volatile KeyPair host = newKey();
  private volatile String password = "sésame-2026";

  /**
   * Starts one on a free port.
   *
   * @param folder holds what it serves, the file of known hosts and a private key
   */
  PartnerServer(Path folder) {
    try {
      root = Files.createDirectories(folder.resolve("served")).toRealPath();
      known = folder.resolve("known_hosts");
      key = folder.resolve("id_hub");
      identity = newKey();
      server = SshServer.setUpDefaultServer();
      server.setHost("127.0.0.1");
      server.setKeyPairProvider(session -> List.of(host));
      server.setPasswordAuthenticator(
          (user, given, s) -> USER.equals(user) && password.equals(given));
      server.setPublickeyAuthenticator(
          (user, given, s) -> USER.equals(user) && given.equals(identity.getPublic()));
      server.setFileSystemFactory(new VirtualFileSystemFactory(root));
      server.setSubsystemFactories(
          List.of(new SftpSubsystemFactory.Builder().withFileSystemAccessor(files).build()));
      server.start();
      writeKey();
      Files.writeString(passphrase(), PASSPHRASE + "\n");
      beKnown();
      Files.createDirectories(root.resolve("sortie/commandes"));
      Files.createDirectories(root.resolve("beta"));
      Files.createDirectories(root.resolve("lente"));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(256);
      return keys.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private void writeKey() throws IOException, GeneralSecurityException {
    OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
    encryption.setCipherName("AES");
    encryption.setCipherType("256");
    encryption.setCipherMode("CTR");
    encryption.setPassword(PASSPHRASE);
    try (OutputStream out = Files.newOutputStream(key)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(identity, USER, encryption, out);
    }
  }

  /**
   * As a partner of that name who logs in by password; what else it has follows as {@code
   * key=value}.
   */
  Map<String, String> settings(String partner, String... more) {
    Map<String, String> settings = new TreeMap<>();
    String prefix = "hub.sftp." + partner + ".";
    settings.put(prefix + "host", "127.0.0.1");
    settings.put(prefix + "port", String.valueOf(port()));
    settings.put(prefix + "username", USER);
    settings.put(prefix + "password", password);
    settings.put(prefix + "known-hosts-file", known.toString());
    settings.put(prefix + "poll", "100ms");
    settings.put(prefix + "settle", "200ms");
    for (String setting : more) {
      int equals = setting.indexOf('=');
      settings.put(prefix + setting.substring(0, equals), setting.substring(equals + 1));
    }
    return settings;
  }

  int port() {
    return server.getPort();
  }

  Path knownHosts() {
    return known;
  }

  Path privateKey() {
    return key;
  }

  /** The file that holds the key's passphrase. */
  Path passphrase() {
    return key.resolveSibling("passphrase");
  }

  String password() {
    return password;
  }

  /** Its key is the one in the file of known hosts. */
  void beKnown() {
    try {
      String entry = PublicKeyEntry.toString(host.getPublic());
      Files.writeString(known, "[127.0.0.1]:" + port() + " " + entry + "\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void forgetHosts() {
    try {
      Files.writeString(known, "");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void changeHostKey() {
    host = newKey();
    hangUp();
  }

  void changePassword(String to) {
    password = to;
    hangUp();
  }

  /** Whether files may be renamed. */
  void setMovable(boolean movable) {
    files.setMovable(movable);
  }

  /** What happens whenever a folder is listed, just before. */
  void beforeListing(Consumer<Path> what) {
    files.beforeListing(what);
  }

  /** Ends every connection. */
  void hangUp() {
    server.getActiveSessions().forEach(session -> session.close(true));
  }

  /** No connection is accepted from now on. */
  void goAway() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** How often a folder was listed. */
  int listings() {
    return files.listings();
  }

  /** Names of the files whose bytes were asked for. */
  Collection<String> opened() {
    return files.opened();
  }

  Path file(String path) {
    return HubFolder.in(parent(path), path.substring(path.lastIndexOf('/') + 1));
  }

  private Path parent(String path) {
    return root.resolve(path.substring(0, Math.max(path.lastIndexOf('/'), 0)));
  }

  /** Puts a file there, whole at once. */
  Path put(String path, byte[] bytes) {
    try {
      Files.createDirectories(parent(path));
      Path part = Files.write(parent(path).resolve(".putting"), bytes);
      return Files.move(part, file(path), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Path put(String path, String text) {
    return put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Names in a folder; none where there is no folder. */
  List<String> names(String folder) {
    Path place = root.resolve(folder);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(place)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    goAway();
  }
}
