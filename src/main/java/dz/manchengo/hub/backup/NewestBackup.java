package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Sql;
import java.io.IOException;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks whether the newest proved backup is still where it was put; a night is a long time to learn
 * that it is not.
 */
@Component("newestBackup")
public class NewestBackup {
  private static final Logger log = LoggerFactory.getLogger(NewestBackup.class);

  /** Where so many are gone, nobody needs to know of more. */
  private static final int MOST = 10;

  private final JdbcClient db;
  private final Books books;
  private final Places places;

  NewestBackup(JdbcClient db, Books books, Places places) {
    this.db = db;
    this.books = books;
    this.places = places;
  }

  private record Proved(long id, String name, long bytes, List<String> places, boolean missing) {}

  /** Down to the first one that is there; those before it are missing as long as they are. */
  public void look() {
    List<Proved> all =
        db.sql(Sql.file("backup/newest.sql"))
            .param("most", MOST)
            .query(
                (row, n) ->
                    new Proved(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getLong("bytes"),
                        names(row.getArray("places")),
                        row.getBoolean("missing")))
            .list();
    for (Proved one : all) {
      boolean gone = placesOf(one).anyMatch(place -> isGone(one, place));
      if (gone != one.missing()) {
        db.sql(
                "UPDATE backup_run SET missing_since = CASE WHEN :gone THEN now() END WHERE id = :id")
            .param("gone", gone)
            .param("id", one.id())
            .update();
      }
      if (!gone && !isCondemned(one)) {
        return;
      }
    }
  }

  /** Those of them that there still are. */
  private Stream<Place> placesOf(Proved one) {
    return places.all().stream().filter(place -> one.places().contains(place.name()));
  }

  /** Whoever read it last may have found it damaged: its manifest tells. */
  private boolean isCondemned(Proved one) {
    Optional<String> why = placesOf(one).flatMap(place -> damage(one, place).stream()).findFirst();
    why.ifPresent(sentence -> books.suspect(one.name(), sentence));
    return why.isPresent();
  }

  private static Optional<String> damage(Proved one, Place place) {
    try {
      return place
          .manifest(one.name() + Manifest.SUFFIX)
          .filter(Manifest::isDamaged)
          .map(said -> String.valueOf(said.failure()));
    } catch (IOException e) {
      log.debug("{} cannot be read", place.name(), e);
      return Optional.empty();
    }
  }

  private static List<String> names(Array places) throws SQLException {
    return List.of((String[]) places.getArray());
  }

  /** Of a place that cannot be read just now nothing is known; the next night's backup tells. */
  private static boolean isGone(Proved backup, Place place) {
    try {
      Map<String, Long> files = place.files();
      Long length = files.get(backup.name() + Place.SUFFIX);
      boolean whole = length != null && length == backup.bytes();
      if (!whole || !files.containsKey(backup.name() + Manifest.SUFFIX)) {
        log.warn("backup {} is not in {} any more", backup.name(), place.name());
        return true;
      }
    } catch (IOException e) {
      log.debug("{} cannot be read", place.name(), e);
    }
    return false;
  }
}
