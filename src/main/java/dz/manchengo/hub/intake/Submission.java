package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.Tenancy;
import dz.manchengo.hub.tracing.Traced;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A submission that this hub holds under a lease.
 *
 * @param attempt counts the claims; with the owner it fences off a hub that lost its lease
 * @param path of the bytes below the archive folder
 * @param tenant whose documents it brings; {@code hub} is the company itself
 * @param wantedFeed by which it shall be read; null when its headers shall tell
 * @param preview whether it is only to be said what would happen
 * @param waitsFor an earlier submission of the same bytes that was at work when this one came
 * @param traceparent of its door
 */
record Submission(
    long id,
    String channel,
    String folder,
    String originalName,
    String sha256,
    String path,
    boolean preview,
    int attempt,
    @Nullable String failure,
    String tenant,
    @Nullable String wantedFeed,
    @Nullable Long waitsFor,
    @Nullable String traceparent)
    implements Traced {
  @Override
  public Map<String, String> marks() {
    return Map.of("submission", Long.toString(id));
  }

  /** Whether its documents are the company's own. */
  boolean isOfHouse() {
    return tenant.equals(Tenancy.HOUSE);
  }
}
