package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Durable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** A folder of backups. */
record FolderPlace(Path folder) implements Place {
  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public void put(Path file, String name) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      write(in, name);
    }
  }

  @Override
  public void put(byte[] bytes, String name) throws IOException {
    write(new ByteArrayInputStream(bytes), name);
  }

  private void write(InputStream in, String name) throws IOException {
    Files.createDirectories(folder);
    Path half = folder.resolve("." + name + ".partial");
    try {
      try (OutputStream out = Files.newOutputStream(half)) {
        in.transferTo(out);
      }
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

  @Override
  public InputStream get(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name));
  }

  @Override
  public Map<String, Long> files() throws IOException {
    Map<String, Long> bytes = new HashMap<>();
    if (Files.exists(folder)) { // a list of what is no folder is a failure
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          bytes.put(file.getFileName().toString(), file.toFile().length());
        }
      }
    }
    return bytes;
  }

  @Override
  public void remove(String name) throws IOException {
    if (Files.deleteIfExists(folder.resolve(name))) {
      Durable.sync(folder);
    }
  }
}
