package dz.manchengo.hub.documents;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a file of NDJSON that are not blank, with their numbers. */
final class JsonLines implements Closeable {
  /** A document of many lines may be one line; this one is held whole. */
  private static final int LONGEST = 8 << 20;

  private final InputStream in;
  private int number;

  JsonLines(Path content) throws IOException {
    this.in = Bom.skipped(new BufferedInputStream(Files.newInputStream(content), 1 << 16));
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param flaw what is wrong with its bytes; null when nothing is
   */
  record Line(int number, String text, @Nullable JsonFlaw flaw) {
    boolean opens(char bracket) {
      return !text.isBlank() && text.strip().charAt(0) == bracket;
    }
  }

  /** The next line; null after the last one. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    boolean tooLong = false;
    for (int b = in.read(); ; b = in.read()) {
      if (b == '\n' || b == -1) {
        number++;
        if (bytes.size() > 0 && !isBlank(bytes)) {
          return line(bytes, tooLong);
        }
        if (b == -1) {
          return null;
        }
        bytes.reset();
      } else if (bytes.size() < LONGEST) {
        bytes.write(b);
      } else {
        tooLong = true;
      }
    }
  }

  private static boolean isBlank(ByteArrayOutputStream bytes) {
    return bytes.size() < 1024 && bytes.toString(StandardCharsets.ISO_8859_1).isBlank();
  }

  private Line line(ByteArrayOutputStream bytes, boolean tooLong) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      return new Line(number, text, tooLong ? new JsonFlaw("reason.json.long") : null);
    } catch (CharacterCodingException e) {
      return new Line(
          number, bytes.toString(StandardCharsets.UTF_8), new JsonFlaw("reason.json.utf8"));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
