package dz.manchengo.hub.intake;

import java.io.IOException;
import java.io.OutputStream;

/** Something that gives its bytes from the first to the last. */
@FunctionalInterface
public interface Bytes {
  void writeTo(OutputStream out) throws IOException;
}
