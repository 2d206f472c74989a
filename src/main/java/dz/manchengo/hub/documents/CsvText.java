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
 * else as the feed says, else strict UTF-8, else DOS's 850, windows-1252 or its Arabic sister 1256.
 */
record CsvText(Path file, Charset charset, int markLength) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
  private static final Charset DOS = Charset.forName("IBM850");

  static CsvText of(Path file, @Nullable String charset) throws UnreadableFile, IOException {
    CsvText known = marked(file);
    if (known == null && charset != null) {
      known = new CsvText(file, Charset.forName(charset), 0);
    }
    if (known != null && known.charset.name().startsWith("UTF-16")) {
      known.refuseNul();
      return known.orRefuse(known.decodes());
    }
    ByteProfile bytes = ByteProfile.of(file);
    if (bytes.hasNul()) {
      new CsvText(file, StandardCharsets.ISO_8859_1, 0).refuseNul();
    }
    CsvText text = known != null ? known : new CsvText(file, guessed(bytes), 0);
    return text.orRefuse(text.isWritten(bytes));
  }

  private static Charset guessed(ByteProfile bytes) {
    if (bytes.utf8()) {
      return StandardCharsets.UTF_8;
    }
    if (bytes.isOfDos()) {
      return DOS;
    }
    return bytes.isMostlyArabic(WINDOWS_1256) ? WINDOWS_1256 : WINDOWS_1252;
  }

  private boolean isWritten(ByteProfile bytes) throws IOException {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return bytes.utf8();
    }
    return isCodePage() ? bytes.isOf(charset) : decodes();
  }

  /** Whether each byte is a character. */
  private boolean isCodePage() {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f;
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

  private CsvText orRefuse(boolean sound) throws UnreadableFile {
    if (!sound) {
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
  private void refuseNul() throws UnreadableFile, IOException {
    try (Reader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
      int line = 1;
      for (int c = reader.read(); c != -1; c = reader.read()) {
        if (c == 0) {
          throw Refusal.unreadable("reason.nul", "row", line);
        }
        line += c == '\n' ? 1 : 0;
      }
    }
  }
}
