package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One file packed by gzip, read as if it had come alone. */
final class GzipFile {
  private static final long GRACE = 1 << 20;

  private GzipFile() {}

  static SourceFile read(
      Path content, String name, Limits limits, Volume volume, Path folder, Members.Reading reading)
      throws UnreadableFile, IOException {
    Path unpacked = Files.createTempFile(folder, "member", ".part");
    try {
      unpack(content, unpacked, limits, volume);
      return told(reading.read(unpacked, bare(name)), unpacked);
    } catch (UnreadableFile | IOException | RuntimeException e) {
      Files.deleteIfExists(unpacked);
      throw e;
    }
  }

  private static String bare(String name) {
    boolean gz = name.toLowerCase(Locale.ROOT).endsWith(".gz");
    return gz ? name.substring(0, name.length() - 3) : name;
  }

  private static SourceFile told(SourceFile file, Path unpacked) {
    Map<String, String> detected = new LinkedHashMap<>(file.detected());
    detected.put("Format", "GZIP (" + file.format() + ")");
    return new SourceFile(
        "GZIP",
        detected,
        file.sheets(),
        List.copyOf(file.findings()),
        () -> {
          file.close();
          Files.deleteIfExists(unpacked);
        });
  }

  private static void unpack(Path content, Path into, Limits limits, Volume volume)
      throws UnreadableFile, IOException {
    long packed = Files.size(content);
    byte[] buffer = new byte[1 << 16];
    try (InputStream file = new BufferedInputStream(Files.newInputStream(content));
        InputStream in = new GZIPInputStream(file, buffer.length);
        OutputStream out = Files.newOutputStream(into)) {
      long size = 0;
      for (int read = in.read(buffer); read != -1; read = in.read(buffer)) {
        size += read;
        volume.addInflated(read);
        check(size, packed, limits);
        out.write(buffer, 0, read);
      }
    } catch (ZipException | EOFException e) {
      throw Refusal.unreadable("reason.archive-damaged");
    }
  }

  private static void check(long size, long packed, Limits limits) throws UnreadableFile {
    Refusal.refuseAbove("reason.what.inflated", size >> 20, limits.bytes() >> 20);
    if (size > GRACE) {
      Refusal.refuseAbove("reason.what.ratio", size / packed, limits.inflateRatio());
    }
  }
}
