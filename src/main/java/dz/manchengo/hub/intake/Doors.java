package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether mailboxes and partner servers still bring what they should, and buckets take it: each
 * look at one leaves its time, or the reason why nothing could be seen. Others read {@code v_door}.
 */
@Component
public class Doors {
  private final String node;
  private final JdbcClient db;

  Doors(Node node, JdbcClient db) {
    this.node = node.id();
    this.db = db;
  }

  public enum Kind {
    MAILBOX,
    SFTP,
    BUCKET
  }

  /** These are the doors of that kind now; former ones are forgotten. */
  public void open(Kind kind, Collection<String> names) {
    db.sql("DELETE FROM door WHERE node = :node AND kind = :kind AND NOT name = ANY (:names)")
        .param("node", node)
        .param("kind", kind.name())
        .param("names", names.toArray(String[]::new))
        .update();
    for (String name : names) {
      db.sql(Sql.file("intake/open_door.sql"))
          .param("node", node)
          .param("kind", kind.name())
          .param("name", name)
          .update();
    }
  }

  /** The door was looked through, whether or not anything lay behind it. */
  public void polled(String name) {
    look(name, null);
  }

  /** It is being looked through; whether that ends well is not known yet. */
  public void busy(String name) {
    db.sql("UPDATE door SET last_polled_at = now() WHERE node = :node AND name = :name")
        .param("node", node)
        .param("name", name)
        .update();
  }

  /** Another hub is at it; whether it gets in is for that one to say. */
  void attended(String name) {
    db.sql("UPDATE door SET opened_at = now() WHERE node = :node AND name = :name")
        .param("node", node)
        .param("name", name)
        .update();
  }

  /** It could not be looked through; the reason is for the people who run the hub. */
  public void failed(String name, String reason) {
    look(name, reason);
  }

  private void look(String name, @Nullable String failure) {
    db.sql(Sql.file("intake/look_through_door.sql"))
        .param("node", node)
        .param("name", name)
        .param("failure", failure)
        .update();
  }
}
