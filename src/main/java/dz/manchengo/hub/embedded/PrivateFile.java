package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that only the hub's user may read, and that are never seen half written. */
final class PrivateFile {
  private PrivateFile() {}

  /**
   * On POSIX file systems a temporary file is born with mode 0600; elsewhere the folder decides.
   */
  static void write(Path folder, String name, String text) throws IOException {
    String unfinished = name + ".new-";
    WholeFolder.deleteAll(folder, path -> path.getFileName().toString().startsWith(unfinished));
    Path fresh = Files.createTempFile(folder, unfinished, null);
    try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(
        fresh,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    WholeFolder.sync(folder);
  }
}
