package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of several hubs on one database only one looks into a mailbox or a partner's folder at a time:
 * two would read everything twice and file it twice. An attachment counts once even without it, so
 * one that ends too early does no harm.
 */
@Component
public class DoorLease {
  private static final Logger log = LoggerFactory.getLogger(DoorLease.class);

  /** A hub that died is replaced after this; one that lives says so at each mail or file. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  private final String node;
  private final Doors doors;
  private final JdbcClient db;

  DoorLease(Node node, Doors doors, JdbcClient db) {
    this.node = node.id();
    this.doors = doors;
    this.db = db;
  }

  /**
   * Whether a look may begin. While another hub looks the door is attended to, though not by this
   * one; while the database is away nobody looks, since nothing could be kept.
   *
   * @param door its name here
   * @param place server, account and folder, which other hubs know it by
   */
  public boolean begin(String door, String place) {
    try {
      boolean ours = take(place);
      if (!ours) {
        doors.attended(door);
      }
      return ours;
    } catch (DataAccessException away) {
      log.debug("{} is not looked into", door, away);
      return false;
    }
  }

  /** Whether the place is this hub's, from now on or still. */
  public boolean take(String place) {
    return db.sql(Sql.file("intake/lease_door.sql"))
        .param("place", same(place))
        .param("node", node)
        .param("seconds", LONGEST_SILENCE.toSeconds())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /** The look is over. */
  public void release(String place) {
    try {
      db.sql("DELETE FROM door_lease WHERE place = :place AND node = :node")
          .param("place", same(place))
          .param("node", node)
          .update();
    } catch (DataAccessException away) {
      log.debug("{} will be free in a while", place, away);
    }
  }

  /** Hubs may write it in other letters. */
  private static String same(String place) {
    return place.toLowerCase(Locale.ROOT);
  }
}
