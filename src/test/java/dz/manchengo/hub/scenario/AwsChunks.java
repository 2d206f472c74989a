package dz.manchengo.hub.scenario;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A body in the chunks of {@code aws-chunked}, each with its length, and lines behind the last. */
final class AwsChunks {
  private final byte[] bytes;
  private final Map<String, String> trailers;

  private AwsChunks(byte[] bytes, Map<String, String> trailers) {
    this.bytes = bytes;
    this.trailers = trailers;
  }

  byte[] bytes() {
    return bytes;
  }

  /** What stands behind the last one. */
  @Nullable String trailer(String name) {
    return trailers.get(name);
  }

  static AwsChunks read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      bytes.write(in.readNBytes(size));
      line(in);
    }
    Map<String, String> trailers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] parts = line.split(":", 2);
      trailers.put(parts[0].strip(), parts[1].strip());
    }
    return new AwsChunks(bytes.toByteArray(), trailers);
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0], 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new EOFException();
      }
      line.append((char) one);
    }
    return line.toString().strip();
  }

  /** As headers have it. */
  static String crc(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    byte[] four = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
    return new String(Base64.getEncoder().encode(four), StandardCharsets.US_ASCII);
  }
}
