package dz.manchengo.hub.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.platform.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes each request once by its Idempotency-Key (RFC draft ietf-httpapi-idempotency-key-header).
 * The answer is written in the commit of what the request did, so a crash leaves both or neither.
 * Kept for 48 hours.
 */
@Component("requestKeys")
public class RequestKeys {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient db;
  private final ObjectMapper json;

  /** What this hub works on now; other hubs know it by a lock in the database. */
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

  RequestKeys(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  /** What is known of a request before anything is done for it. */
  public sealed interface Known {
    /** Nobody has sent it before: it is ours to do. */
    record New() implements Known {}

    /** Done before: this was the answer. */
    record Answered(KeptReply reply) implements Known {}

    /** Its key belongs to a request with another body. */
    record OtherBody() implements Known {}

    /** Being done at this moment. */
    record InFlight() implements Known {}
  }

  /** Holds the key against requests to this hub; false while another one holds it. */
  public boolean hold(RequestKey key) {
    return inFlight.add(key.slot());
  }

  /** Lets go of it, whatever became of the request. */
  public void release(RequestKey key) {
    inFlight.remove(key.slot());
  }

  record Row(int position, String requestSha256, int status, String headers, String body) {}

  /**
   * Looks at keys and locks them to the end of the calling transaction.
   *
   * @return in the order of the keys
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Known> look(List<RequestKey> keys) {
    Set<Integer> free = new HashSet<>(lock(keys));
    Map<Integer, Row> rows = new HashMap<>();
    // a statement of its own: it sees what was committed until the locks were there
    db.sql(Sql.file("intake/find_request_keys.sql"))
        .param("tenants", texts(keys, RequestKey::tenant))
        .param("clients", texts(keys, RequestKey::client))
        .param("endpoints", texts(keys, RequestKey::endpoint))
        .param("keys", texts(keys, RequestKey::key))
        .query(Row.class)
        .list()
        .forEach(row -> rows.put(row.position(), row));
    List<Known> known = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      Row row = rows.get(i);
      known.add(
          !free.contains(i)
              ? new Known.InFlight()
              : row == null ? new Known.New() : answered(keys.get(i), row));
    }
    return known;
  }

  /** The same of one key. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Known look(RequestKey key) {
    return look(List.of(key)).get(0);
  }

  private Known answered(RequestKey key, Row row) {
    return row.requestSha256().equals(key.request().hex())
        ? new Known.Answered(new KeptReply(row.status(), headers(row.headers()), row.body()))
        : new Known.OtherBody();
  }

  private List<Integer> lock(List<RequestKey> keys) {
    return db.sql(Sql.file("intake/lock_request_keys.sql"))
        .param("slots", texts(keys, RequestKey::slot))
        .query(Integer.class)
        .list();
  }

  /** Keeps the answers, in the calling transaction; one that has expired gives way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Map<RequestKey, KeptReply> replies) {
    if (replies.isEmpty()) {
      return;
    }
    List<RequestKey> keys = new ArrayList<>();
    List<KeptReply> kept = new ArrayList<>();
    replies.forEach(
        (key, reply) -> {
          keys.add(key);
          kept.add(reply);
        });
    db.sql(Sql.file("intake/keep_request_keys.sql"))
        .param("tenants", texts(keys, RequestKey::tenant))
        .param("clients", texts(keys, RequestKey::client))
        .param("endpoints", texts(keys, RequestKey::endpoint))
        .param("keys", texts(keys, RequestKey::key))
        .param("requests", texts(keys, key -> key.request().hex()))
        .param("statuses", kept.stream().map(KeptReply::status).toArray(Integer[]::new))
        .param("headers", kept.stream().map(reply -> json(reply.headers())).toArray(String[]::new))
        .param("bodies", kept.stream().map(KeptReply::body).toArray(String[]::new))
        .update();
  }

  /** Forgets what is older than 48 hours. */
  void expire() {
    db.sql("DELETE FROM idempotency_key WHERE created_at < now() - interval '48 hours'").update();
  }

  private static String[] texts(List<RequestKey> keys, Function<RequestKey, String> part) {
    return keys.stream().map(part).toArray(String[]::new);
  }

  private String json(Map<String, String> headers) {
    try {
      return json.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> headers(String text) {
    try {
      return json.readValue(text, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
