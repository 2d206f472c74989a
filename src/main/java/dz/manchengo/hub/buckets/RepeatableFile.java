package dz.manchengo.hub.buckets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file that can be read again from a mark, however far that is: a part that was refused is sent
 * once more, and is nowhere in memory.
 */
final class RepeatableFile extends InputStream {
  private final FileChannel file;
  private long mark;

  RepeatableFile(Path path) throws IOException {
    this.file = FileChannel.open(path);
  }

  long size() throws IOException {
    return file.size();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return file.read(ByteBuffer.wrap(buffer, offset, length));
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public synchronized void mark(int ignored) {
    try {
      mark = file.position();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void reset() throws IOException {
    file.position(mark);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
