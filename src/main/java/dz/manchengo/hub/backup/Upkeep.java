package dz.manchengo.hub.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of the backups of former nights, once there is a new one. */
final class Upkeep {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private final Retention retention;
  private final Books books;
  private final Map<String, BackupFailure> damaged = new TreeMap<>();

  Upkeep(Retention retention, Books books) {
    this.retention = retention;
    this.books = books;
  }

  /**
   * Looks through one place.
   *
   * @param mayDelete whether what is too old may go
   * @param now of this machine
   */
  void of(Place place, boolean mayDelete, Instant now) throws IOException {
    List<Manifest> all = place.manifests();
    all.stream().filter(Manifest::isDamaged).forEach(one -> damaged(one, place));
    if (!mayDelete) {
      return;
    }
    for (Manifest old : retention.outdated(all, now, books.now())) {
      log.info("backup {} of {} goes", old.name(), place.name());
      place.delete(old);
    }
    for (Manifest old : retention.unproved(all, now, books.now())) {
      place.delete(old);
    }
  }

  private void damaged(Manifest one, Place place) {
    damaged.putIfAbsent(one.name(), one.damage(place));
    String why = one.failure();
    if (why != null) { // somebody has read it
      books.suspect(one.name(), why);
    }
  }

  /** The first one that is no longer what it was; empty where all are. */
  Optional<BackupFailure> damage() {
    return damaged.values().stream().findFirst();
  }
}
