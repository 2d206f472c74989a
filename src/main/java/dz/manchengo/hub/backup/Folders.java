package dz.manchengo.hub.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Work folders, which hold nothing that is needed once the work is done. */
final class Folders {
  private Folders() {}

  /** A file system names the file, and its reason by the kind of its exception. */
  static String reason(IOException e) {
    return e instanceof FileSystemException file && file.getReason() == null
        ? file.getClass().getSimpleName() + " " + file.getMessage()
        : String.valueOf(e.getMessage());
  }

  /** With all that is in it, if it is there. */
  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes of) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path of, @Nullable IOException failed)
              throws IOException {
            Files.deleteIfExists(of);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
