package dz.manchengo.hub.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server cannot run here; the message is for the person who starts the hub. */
class EmbeddedServerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedServerFailure(String message) {
    super(message);
  }

  EmbeddedServerFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
