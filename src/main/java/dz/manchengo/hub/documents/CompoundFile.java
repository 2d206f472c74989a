package dz.manchengo.hub.documents;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Files of the OLE2 family: an XLS workbook is read, the others are told what they are. */
final class CompoundFile {
  private static final int BUFFER = 1 << 16;

  private CompoundFile() {}

  /** Reads the workbook in it. */
  static SourceFile read(Path file, String name, Worksheets worksheets)
      throws UnreadableFile, IOException {
    try (POIFSFileSystem parts = open(file, name)) {
      DirectoryNode root = parts.getRoot();
      String workbook = workbook(root, name);
      return XlsFile.read(new Contained(stream(root, workbook)), name, worksheets);
    }
  }

  /** The library checks sizes as it goes; whatever it throws is the file's fault. */
  private static POIFSFileSystem open(Path file, String name) throws UnreadableFile {
    try {
      return new POIFSFileSystem(file.toFile(), true);
    } catch (IOException | RuntimeException | OutOfMemoryError damaged) {
      throw Refusal.wrongType(name, "reason.type.ole2");
    }
  }

  private static String workbook(DirectoryNode root, String name) throws UnreadableFile {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw Refusal.unreadable("reason.password");
    }
    for (String entry : new String[] {"Workbook", "Book"}) { // Excel 97 may write both
      if (root.hasEntryCaseInsensitive(entry)) {
        return entry;
      }
    }
    throw Refusal.wrongType(
        name,
        root.hasEntryCaseInsensitive("WordDocument") ? "reason.type.word" : "reason.type.ole2");
  }

  private static InputStream stream(DirectoryNode root, String entry) throws UnreadableFile {
    try {
      Entry workbook = root.getEntryCaseInsensitive(entry);
      return new BufferedInputStream(root.createDocumentInputStream(workbook), BUFFER);
    } catch (IOException | RuntimeException | OutOfMemoryError damaged) {
      throw Refusal.damagedWorkbook();
    }
  }

  /** A stream whose every failure is the file's, never our disk's. */
  private static final class Contained extends FilterInputStream {
    private Contained(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) == -1 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException | RuntimeException | OutOfMemoryError damaged) {
        throw new StreamCorruptedException();
      }
    }
  }
}
