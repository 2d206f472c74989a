package dz.manchengo.hub.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small values one after the other; the JDK's own stream takes a lock for each byte. */
final class SpoolOutput implements Closeable {
  static final int BUFFER = 1 << 16;

  private final OutputStream file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  SpoolOutput(Path file) throws IOException {
    this.file = Files.newOutputStream(file);
  }

  void writeByte(int value) throws IOException {
    require(Byte.BYTES).put((byte) value);
  }

  void writeShort(int value) throws IOException {
    require(Short.BYTES).putShort((short) value);
  }

  void writeInt(int value) throws IOException {
    require(Integer.BYTES).putInt(value);
  }

  void writeLong(long value) throws IOException {
    require(Long.BYTES).putLong(value);
  }

  void write(byte[] bytes) throws IOException {
    if (bytes.length <= BUFFER) {
      require(bytes.length).put(bytes);
    } else {
      flush();
      file.write(bytes);
    }
  }

  private ByteBuffer require(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  private void flush() throws IOException {
    file.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      flush();
    }
  }
}
