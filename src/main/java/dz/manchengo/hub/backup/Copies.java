package dz.manchengo.hub.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One backup at all of its places. What goes wrong at one of them takes it from that one alone: the
 * others keep theirs, though the night has failed.
 */
final class Copies {
  private static final Logger log = LoggerFactory.getLogger(Copies.class);

  private final List<Place> good;
  private final List<BackupFailure> failures = new ArrayList<>();

  /** Those that have it, or a part. */
  private final Set<Place> holding = new LinkedHashSet<>();

  private boolean proved;

  Copies(List<Place> places) {
    this.good = new ArrayList<>(places);
  }

  /** Whatever is done at one place. */
  @FunctionalInterface
  interface Work {
    void at(Place place) throws IOException;
  }

  /**
   * Does it at each place where nothing has failed yet.
   *
   * @param key of the sentence for what a place itself complains of
   * @throws BackupFailure where no place is left
   */
  void each(String key, Work work) {
    for (Place place : List.copyOf(good)) {
      try {
        work.at(place);
      } catch (BackupFailure e) {
        lose(place, e);
      } catch (IOException e) {
        lose(place, BackupFailure.because(e, key, place.name(), Folders.reason(e)));
      }
    }
    if (good.isEmpty()) {
      throw BackupFailure.all(failures);
    }
  }

  private void lose(Place place, BackupFailure failure) {
    log.warn("no backup at {}", place.name(), failure);
    good.remove(place);
    failures.add(failure);
  }

  void ship(Path file, Manifest manifest) throws IOException {
    each(
        "place",
        place -> {
          holding.add(place);
          place.put(file, file.getFileName().toString());
          place.put(manifest);
        });
    Files.delete(file);
  }

  /**
   * From each place.
   *
   * @param folder holds what one of them gave, in the end
   */
  void fetch(Manifest backup, BackupKey key, Path folder) throws IOException {
    Place last = good.get(good.size() - 1);
    each("unreadable", place -> place.open(backup, key, folder));
    if (!good.contains(last)) { // it may have left half of it
      good.get(0).open(backup, key, folder);
    }
  }

  /** Says at each place that it was restored from there and compared. */
  void prove(Manifest verified) {
    each("place", place -> place.put(verified));
    proved = true;
  }

  boolean areShipped() {
    return !holding.isEmpty();
  }

  /** Those that have something of it which nobody may count on. */
  List<Place> unproved() {
    return holding.stream().filter(place -> !proved || !good.contains(place)).toList();
  }

  /** Where nothing has failed. */
  List<Place> good() {
    return List.copyOf(good);
  }

  /** Why it is not everywhere, though it is proved where it is; empty where it is everywhere. */
  Optional<BackupFailure> missing() {
    String where = good.stream().map(Place::name).collect(Collectors.joining(", "));
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(BackupFailure.of("partly", where, BackupFailure.all(failures)));
  }
}
