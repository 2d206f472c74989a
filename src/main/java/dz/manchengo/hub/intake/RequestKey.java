package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.ContentHash;

/**
 * What makes a retry of a request recognisable.
 *
 * @param tenant whose its sender is
 * @param client who sent it, a name among the tenant's
 * @param endpoint what it was sent to, with everything that changes its meaning
 * @param key the sender's own, 1 to 255 characters
 * @param request hash of its body
 */
public record RequestKey(
    String tenant, String client, String endpoint, String key, ContentHash request) {
  /** The place that only one request at a time may have. */
  String slot() {
    return tenant + "\n" + client + "\n" + endpoint + "\n" + key;
  }
}
