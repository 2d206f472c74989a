package dz.manchengo.hub.partner;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is longer than it may be is a problem as soon as its first byte too many comes. */
final class BoundedBody extends FilterInputStream {
  private final long limit;
  private long read;

  BoundedBody(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int got = super.read(into, from, length);
    count(Math.max(got, 0));
    return got;
  }

  private void count(int more) {
    read += more;
    if (read > limit) {
      throw new ProblemException(ProblemKind.BODY_TOO_LARGE, limit);
    }
  }
}
