package dz.manchengo.hub.documents;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files of the OLE2 family: none is read, each is told what it is. */
final class CompoundFile {
  private CompoundFile() {}

  static UnreadableFile refusal(Path file, String name) {
    try (POIFSFileSystem parts = new POIFSFileSystem(file.toFile(), true)) {
      return refusal(parts.getRoot(), name);
    } catch (IOException | RuntimeException damaged) {
      return Refusal.wrongType(name, "reason.type.ole2");
    }
  }

  private static UnreadableFile refusal(DirectoryNode root, String name) {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      return Refusal.unreadable("reason.password");
    }
    if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
      return Refusal.wrongType(name, "reason.type.xls");
    }
    if (root.hasEntryCaseInsensitive("WordDocument")) {
      return Refusal.wrongType(name, "reason.type.word");
    }
    return Refusal.wrongType(name, "reason.type.ole2");
  }
}
