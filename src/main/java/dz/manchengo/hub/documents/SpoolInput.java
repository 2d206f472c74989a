package dz.manchengo.hub.documents;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what {@link SpoolOutput} wrote. */
final class SpoolInput implements Closeable {
  private final InputStream file;
  private final ByteBuffer buffer = ByteBuffer.allocate(SpoolOutput.BUFFER).limit(0);

  SpoolInput(Path file) throws IOException {
    this.file = Files.newInputStream(file);
  }

  int readByte() throws IOException {
    return require(Byte.BYTES).get();
  }

  int readUnsignedShort() throws IOException {
    return require(Short.BYTES).getShort() & 0xFFFF;
  }

  int readInt() throws IOException {
    return require(Integer.BYTES).getInt();
  }

  long readLong() throws IOException {
    return require(Long.BYTES).getLong();
  }

  void readFully(byte[] bytes) throws IOException {
    int known = Math.min(bytes.length, buffer.remaining());
    buffer.get(bytes, 0, known);
    if (file.readNBytes(bytes, known, bytes.length - known) < bytes.length - known) {
      throw new EOFException();
    }
  }

  private ByteBuffer require(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      buffer.compact();
      while (buffer.position() < bytes) {
        int read = file.read(buffer.array(), buffer.position(), buffer.remaining());
        if (read == -1) {
          throw new EOFException();
        }
        buffer.position(buffer.position() + read);
      }
      buffer.flip();
    }
    return buffer;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
