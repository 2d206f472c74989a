package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Durable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of backups, each a sealed file with its manifest beside it. */
record Place(Path folder) {
  private static final Logger log = LoggerFactory.getLogger(Place.class);
  static final String SUFFIX = ".tar.age";

  /** Puts a file there, whole or not at all. */
  void put(Path file, String name) throws IOException {
    Files.createDirectories(folder);
    Path half = folder.resolve("." + name + ".partial");
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = Files.newOutputStream(half)) {
      in.transferTo(out);
    }
    into(half, name);
  }

  void put(Manifest manifest) throws IOException {
    Files.createDirectories(folder);
    Path half = folder.resolve("." + manifest.name() + Manifest.SUFFIX + ".partial");
    Files.write(half, manifest.bytesOf());
    into(half, manifest.name() + Manifest.SUFFIX);
  }

  private void into(Path half, String name) throws IOException {
    try {
      Durable.sync(half);
      Files.move(
          half,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      Durable.sync(folder);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  InputStream get(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name));
  }

  /** All backups, the newest first; of a manifest that cannot be read nothing is known. */
  List<Manifest> manifests() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> isManifest(file.getFileName().toString()))
          .map(Place::manifest)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(Manifest::snapshotAt).reversed())
          .toList();
    }
  }

  private static boolean isManifest(String name) {
    return name.endsWith(Manifest.SUFFIX) && !name.startsWith(".");
  }

  private static Optional<Manifest> manifest(Path file) {
    try {
      return Optional.of(Manifest.read(file));
    } catch (UncheckedIOException e) {
      log.warn("{} is no manifest of a backup: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** The manifest goes first: what has none is no backup, and nobody counts on it. */
  void delete(Manifest backup) throws IOException {
    Files.deleteIfExists(folder.resolve(backup.name() + Manifest.SUFFIX));
    Files.deleteIfExists(folder.resolve(backup.name() + SUFFIX));
    Durable.sync(folder);
  }
}
