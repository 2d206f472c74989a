package dz.manchengo.hub.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Where backups lie, each a sealed file with its manifest beside it. What cannot be done there is
 * an {@link IOException} with a sentence of the place's own.
 */
interface Place {
  String SUFFIX = ".tar.age";

  /** Of a manifest; what is longer is a stranger's. */
  int MOST_BYTES = 64 << 20;

  /** As people know it. */
  String name();

  /** Puts a file there, whole or not at all. */
  void put(Path file, String name) throws IOException;

  /** The same of a few bytes; they replace those of that name. */
  void put(byte[] bytes, String name) throws IOException;

  InputStream get(String name) throws IOException;

  /** All that lies there: name → bytes. */
  Map<String, Long> files() throws IOException;

  /** Whether it is there or not; what the place itself holds on to stays. */
  void remove(String name) throws IOException;

  default void put(Manifest manifest) throws IOException {
    put(manifest.bytesOf(), manifest.name() + Manifest.SUFFIX);
  }

  /**
   * Reads a backup to its last byte.
   *
   * @param folder made anew, for what is in it
   * @throws BackupFailure where it is damaged, another one than its manifest says, made for another
   *     key, or out of reach
   */
  default void open(Manifest backup, BackupKey key, Path folder) throws IOException {
    Folders.deleteAll(folder);
    Files.createDirectories(folder);
    Sealed wanted = new Sealed(backup.bytes(), backup.sha256());
    try (InputStream in = begin(backup.name() + SUFFIX)) {
      Sealed read = Sealed.open(in, folder, key);
      if (!read.equals(wanted)) {
        throw BackupFailure.of("other-bytes", name(), read.sha256(), wanted.sha256());
      }
    } catch (BackupFailure e) {
      throw e.isDamaged() ? isWhole(backup) ? ofTheWay(backup, e) : ofTheCopy(backup, e) : e;
    }
    try (InputStream in = Files.newInputStream(folder.resolve("manifest.json"))) {
      Manifest sealed = Manifest.read(in);
      if (!sealed.isOf(backup)) { // the one outside may have been anybody's work
        throw BackupFailure.of(
            "other-manifest", backup.name(), name(), sealed.name(), sealed.snapshotAt());
      }
    }
  }

  /** Whether its bytes, which nobody could open, are those of its manifest. */
  private boolean isWhole(Manifest backup) {
    try (InputStream in = get(backup.name() + SUFFIX)) {
      return Sealed.of(in).equals(new Sealed(backup.bytes(), backup.sha256()));
    } catch (IOException e) {
      throw unreadable(e); // nobody knows
    }
  }

  private BackupFailure ofTheCopy(Manifest backup, BackupFailure e) {
    return BackupFailure.because(e, "copy", backup.name(), name(), e);
  }

  private BackupFailure ofTheWay(Manifest backup, BackupFailure e) {
    if (e.getCause() instanceof GeneralSecurityException) {
      return BackupFailure.because(e, "other-key", backup.name(), name());
    }
    return e.getCause() instanceof IOException lost ? unreadable(lost) : e;
  }

  private InputStream begin(String name) {
    try {
      return get(name);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private BackupFailure unreadable(IOException e) {
    return BackupFailure.because(e, "unreadable", name(), Folders.reason(e));
  }

  /**
   * All backups, the newest first; of a manifest that makes no sense nothing is known. One whose
   * file is gone, or has another length, is damaged whatever its manifest says.
   *
   * @throws BackupFailure where nobody can say what lies there
   */
  default List<Manifest> manifests() {
    List<Optional<Manifest>> all = new ArrayList<>();
    try {
      Map<String, Long> files = files();
      for (String name : files.keySet()) {
        if (name.endsWith(Manifest.SUFFIX) && !name.startsWith(".")) {
          all.add(manifest(name).map(one -> one.beside(files.get(one.name() + SUFFIX))));
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return all.stream()
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Manifest::snapshotAt).reversed())
        .toList();
  }

  /** Names of backups that have no manifest that can be read: nothing is known of them. */
  default List<String> orphans(List<Manifest> known) throws IOException {
    Set<String> names = known.stream().map(Manifest::name).collect(Collectors.toSet());
    return files().keySet().stream()
        .filter(file -> file.endsWith(SUFFIX) && !file.startsWith("."))
        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
        .filter(name -> !names.contains(name))
        .sorted()
        .toList();
  }

  /**
   * What was proved is no longer what it was: its manifest says so from now on.
   *
   * @param why in the hub's language
   */
  default void condemn(Manifest backup, String why) {
    try {
      put(backup.with(Manifest.DAMAGED, backup.millis(), why));
    } catch (IOException e) {
      LoggerFactory.getLogger(Place.class)
          .warn("{} goes on saying that {} is proved", name(), backup.name(), e);
    }
  }

  /** Of one file; empty where it makes no sense. */
  default Optional<Manifest> manifest(String name) throws IOException {
    byte[] bytes;
    try (InputStream in = get(name)) {
      bytes = in.readNBytes(MOST_BYTES);
    }
    try {
      return Optional.of(Manifest.read(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      LoggerFactory.getLogger(Place.class)
          .warn("{} of {} is no manifest of a backup: {}", name, name(), e.getMessage());
      return Optional.empty();
    }
  }

  /** The manifest goes first: what has none is no backup, and nobody counts on it. */
  default void delete(Manifest backup) throws IOException {
    remove(backup.name() + Manifest.SUFFIX);
    remove(backup.name() + SUFFIX);
  }
}
