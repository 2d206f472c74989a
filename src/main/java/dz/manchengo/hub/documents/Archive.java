package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP archive that is never unpacked. The same central directory serves the checks and the
 * reading, so both see the same entries.
 */
final class Archive implements Closeable {
  private static final Pattern UNSAFE_NAME =
      Pattern.compile("[/\\\\].*|[A-Za-z]:.*|(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?", Pattern.DOTALL);
  private static final long GRACE = 1 << 20;

  /** Of names that are not marked as UTF-8: every byte is a character, as Windows writes them. */
  static final Charset NAMES =
      Charset.isSupported("IBM850") ? Charset.forName("IBM850") : StandardCharsets.ISO_8859_1;

  private static final int LONGEST_NAME = 255;

  private final ZipFile zip;
  private final Limits limits;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  private Archive(ZipFile zip, Limits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /** Reads the directory, nothing else. */
  static Archive open(Path file, Limits limits) throws UnreadableFile, IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), NAMES);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw Refusal.unreadable(why(file, String.valueOf(e.getMessage())));
    }
    Archive archive = new Archive(zip, limits);
    try {
      archive.list();
      return archive;
    } catch (UnreadableFile e) {
      zip.close();
      throw e;
    }
  }

  /** The library takes no archive with such an entry, and says so in its message only. */
  private static String why(Path file, String message) throws IOException {
    if (message.contains("encrypted") || isEncrypted(file)) {
      return "reason.password";
    }
    return message.contains("compression method")
        ? "reason.archive-method"
        : "reason.archive-damaged";
  }

  private static boolean isEncrypted(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(8);
      return head.length == 8 && head[2] == 3 && (head[6] & 1) != 0;
    }
  }

  private void list() throws UnreadableFile {
    if (zip.size() > limits.archiveEntries()) {
      throw Refusal.tooLarge(
          Place.FILE, "reason.what.entries", zip.size(), limits.archiveEntries());
    }
    zip.stream().forEach(entry -> entries.put(key(entry.getName()), entry));
  }

  private static String key(String name) {
    return name.replace('\\', '/').toLowerCase(Locale.ROOT);
  }

  /** Lower-case names with forward slashes. */
  Set<String> names() {
    return entries.keySet();
  }

  /** Where the bytes of an entry go. */
  interface Target {
    OutputStream open(String name) throws IOException;
  }

  /** Inflates everything once and keeps nothing: after this no entry holds a surprise. */
  void check(Volume volume) throws UnreadableFile, IOException {
    unpack(volume, limits.inflatedBytes(), name -> OutputStream.nullOutputStream());
  }

  /**
   * Inflates everything, as far as the limits go.
   *
   * @param volume that counts what all archives of one file hold
   * @param most bytes of all entries together
   */
  void unpack(Volume volume, long most, Target target) throws UnreadableFile, IOException {
    if (entries.size() < zip.size()) {
      throw Refusal.unreadable("reason.archive-duplicate");
    }
    if (zip.stream().anyMatch(entry -> isUnsafe(entry.getName()))) {
      throw Refusal.unreadable("reason.archive-name");
    }
    long total = 0;
    try {
      for (ZipEntry entry : entries.values()) {
        try (OutputStream out = target.open(entry.getName())) {
          total += inflate(entry, volume, total, most, out);
        }
      }
    } catch (ZipException | EOFException e) {
      throw Refusal.unreadable("reason.archive-damaged");
    }
  }

  private static boolean isUnsafe(String name) {
    return name.length() > LONGEST_NAME
        || name.chars().anyMatch(c -> c < ' ' || c == 0x7F)
        || UNSAFE_NAME.matcher(name).matches();
  }

  private long inflate(ZipEntry entry, Volume volume, long before, long most, OutputStream out)
      throws UnreadableFile, IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      for (int read = in.read(buffer); read != -1; read = in.read(buffer)) {
        size += read;
        volume.addInflated(read);
        Refusal.refuseAbove("reason.what.inflated", (before + size) >> 20, most >> 20);
        check(entry, size);
        out.write(buffer, 0, read);
      }
    }
    if (sum.getValue() != entry.getCrc() || size != entry.getSize()) {
      throw Refusal.unreadable("reason.archive-damaged");
    }
    return size;
  }

  private void check(ZipEntry entry, long size) throws UnreadableFile {
    Refusal.refuseAbove(
        "reason.what.inflated-entry", size >> 20, limits.inflatedEntryBytes() >> 20);
    if (size > GRACE) {
      long ratio = size / Math.max(1, entry.getCompressedSize());
      Refusal.refuseAbove("reason.what.ratio", ratio, limits.inflateRatio());
    }
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  /** The entry of that name in whatever case; null when there is none. */
  @Nullable InputStream stream(String name) throws IOException {
    ZipEntry entry = entries.get(key(name));
    return entry == null ? null : zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
