package dz.manchengo.hub.documents;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A text file whose every character is known to decode (domain notes §7.1): by its byte order mark,
 * else as the feed says, else strict UTF-8, else windows-1252 or its Arabic sister 1256.
 */
record CsvText(Path file, Charset charset, int markLength) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

  static CsvText of(Path file, @Nullable String charset) throws UnreadableFile, IOException {
    CsvText text = marked(file);
    if (text == null && charset != null) {
      text = new CsvText(file, Charset.forName(charset), 0);
    }
    if (text != null) {
      text.refuseNulBytes();
      return text.orRefuse();
    }
    return guessed(file);
  }

  private static CsvText guessed(Path file) throws UnreadableFile, IOException {
    CsvText utf8 = new CsvText(file, StandardCharsets.UTF_8, 0);
    utf8.refuseNulBytes();
    if (utf8.decodes()) {
      return utf8;
    }
    CsvText arabic = new CsvText(file, WINDOWS_1256, 0);
    return arabic.isMostlyArabic() ? arabic : new CsvText(file, WINDOWS_1252, 0).orRefuse();
  }

  private static @Nullable CsvText marked(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(3);
    }
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new CsvText(file, StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new CsvText(file, StandardCharsets.UTF_16LE, 2);
    }
    return startsWith(head, 0xFE, 0xFF) ? new CsvText(file, StandardCharsets.UTF_16BE, 2) : null;
  }

  private static boolean startsWith(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  Reader open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.skipNBytes(markLength);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** As the acknowledgement shows it. */
  String label() {
    return markLength == 0 ? charset.name() : charset.name() + " (BOM)";
  }

  private CsvText orRefuse() throws UnreadableFile, IOException {
    if (!decodes()) {
      throw Refusal.encoding();
    }
    return this;
  }

  private boolean decodes() throws IOException {
    try (Reader reader = open()) {
      reader.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** No text has them, and no table of the database takes them. */
  private void refuseNulBytes() throws UnreadableFile, IOException {
    if (charset.name().startsWith("UTF-16")) {
      refuseWideNul();
      return;
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read != -1; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == 0) {
            throw Refusal.unreadable("reason.nul");
          }
        }
      }
    }
  }

  private void refuseWideNul() throws UnreadableFile, IOException {
    try (Reader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
      for (int c = reader.read(); c != -1; c = reader.read()) {
        if (c == 0) {
          throw Refusal.unreadable("reason.nul");
        }
      }
    }
  }

  /** More than a fifth of the letters. French accents are the same in both code pages. */
  private boolean isMostlyArabic() throws IOException {
    long letters = 0;
    long arabic = 0;
    long[] counts = counts();
    for (int i = 0; i < counts.length; i++) {
      char c = new String(new byte[] {(byte) i}, charset).charAt(0);
      letters += Character.isLetter(c) ? counts[i] : 0;
      arabic += Character.isLetter(c) && c >= 0x0600 && c <= 0x06FF ? counts[i] : 0;
    }
    return arabic * 5 > letters;
  }

  /** How often each byte occurs. */
  private long[] counts() throws IOException {
    long[] counts = new long[256];
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read != -1; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          counts[buffer[i] & 0xFF]++;
        }
      }
    }
    return counts;
  }
}
