package dz.manchengo.hub.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Two files that hold the halves of the same documents, as the hub keeps them: a ZIP archive that
 * is the same, byte for byte, whenever the same two files come.
 *
 * @param files the headers before the lines
 */
public record PairArchive(List<Member> files) implements Bytes {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** One of them; what lies at the path is no link. */
  public record Member(String name, Path content) {
    private InputStream open() throws IOException {
      return Files.newInputStream(content, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Nothing is packed tighter, for how tight depends on the machine. */
  @Override
  public void writeTo(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
    for (Member file : files) {
      zip.putNextEntry(entry(file));
      try (InputStream in = file.open()) {
        in.transferTo(zip);
      }
    }
    zip.finish();
  }

  private static ZipEntry entry(Member file) throws IOException {
    ZipEntry entry = new ZipEntry(file.name());
    entry.setTimeLocal(NO_TIME);
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(file.open(), sum)) {
      entry.setSize(in.transferTo(OutputStream.nullOutputStream()));
    }
    entry.setCrc(sum.getValue());
    return entry;
  }
}
