package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where somebody else's program wants to be told of events ({@code hub.webhooks.<name>}).
 *
 * @param url https; http only on this machine
 * @param secret {@code whsec_…} as Standard Webhooks writes them; two, a space between, while the
 *     receiver changes from one to the other
 * @param secretFile read at every call instead of {@code secret}, so that it may change
 * @param events names, or {@code *} for all
 */
record Webhook(
    @DefaultValue("") URI url,
    @DefaultValue("") String secret,
    @DefaultValue("") String secretFile,
    @DefaultValue("*") List<String> events) {
  private static final Set<String> EVENTS =
      Set.of(
          "*",
          "submission.finished",
          "document.revised",
          "document.withdrawn",
          "incident.opened",
          "incident.closed");

  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

  /** Whether nobody on the way can read what goes there. */
  boolean isPrivate() {
    boolean plain = "http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost());
    return url.getHost() != null && (plain || "https".equals(url.getScheme()));
  }

  /** Whether there is a secret to sign with; what stands in a file may come later. */
  boolean hasSecret() {
    if (!secretFile.isBlank()) {
      return true;
    }
    try {
      return !keys(secret).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the hub ever announces it; {@code test.…} is for trials. */
  static boolean isEvent(String name) {
    return EVENTS.contains(name.strip()) || name.startsWith("test.");
  }

  boolean wants(String event) {
    return events.contains("*") || events.contains(event);
  }

  List<Signature> signatures() throws IOException {
    return keys(String.valueOf(Secret.current(secret, secretFile)));
  }

  private static List<Signature> keys(String secrets) {
    return Arrays.stream(secrets.strip().split("\\s+")).map(Signature::of).toList();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Webhook[" + url + "]";
  }
}
