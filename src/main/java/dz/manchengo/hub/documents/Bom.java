package dz.manchengo.hub.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The mark that some programs put before UTF-8. */
final class Bom {
  private Bom() {}

  static InputStream skipped(BufferedInputStream in) throws IOException {
    in.mark(3);
    byte[] head = in.readNBytes(3);
    boolean bom =
        head.length == 3
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF;
    if (!bom) {
      in.reset();
    }
    return in;
  }
}
