package dz.manchengo.hub.partner;

import dz.manchengo.hub.platform.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Every use of the API and every refusal, in {@code api_audit}. Calls do not wait for it: they are
 * written together, by the route {@code partner-audit} and when the hub ends. What strangers with
 * junk try is one row an address and a round, with its count, so that they cannot fill the table.
 */
@Component("audit")
class Audit {
  private static final Logger log = LoggerFactory.getLogger(Audit.class);
  private static final int MOST_WAITING = 50_000;
  private static final int AT_ONCE = 1_000;
  private static final int FORGOTTEN_AT_ONCE = 10_000;
  private static final int LONGEST_PATH = 300;
  private static final String INSERT = Sql.file("partner/insert_audit.sql");
  private static final String FORGET = Sql.file("partner/forget_audit.sql");
  private static final String USED = Sql.file("partner/mark_used.sql");

  private final NamedParameterJdbcOperations db;
  private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

  private final Duration kept;

  Audit(NamedParameterJdbcOperations db, @Value("${hub.api.keep.audit}") Duration kept) {
    this.db = db;
    this.kept = kept;
  }

  private record Entry(
      Instant at,
      @Nullable Long clientId,
      @Nullable String client,
      @Nullable String tenant,
      @Nullable String keyId,
      String method,
      String path,
      int status,
      @Nullable String reason,
      String address,
      String traceId,
      int times) {

    /** Entries of strangers that count as one. */
    String likeness() {
      return client == null ? address + " " + reason : traceId;
    }

    Entry and(Entry other) {
      return new Entry(
          at,
          clientId,
          client,
          tenant,
          keyId,
          method,
          path,
          status,
          reason,
          address,
          traceId,
          times + other.times);
    }
  }

  /** Forgets calls that were made too long ago, some at a time: nobody waits for a long delete. */
  void forget() {
    Map<String, Object> old =
        Map.of("before", Timestamp.from(Instant.now().minus(kept)), "most", FORGOTTEN_AT_ONCE);
    int gone = FORGOTTEN_AT_ONCE;
    while (gone == FORGOTTEN_AT_ONCE) {
      gone = db.update(FORGET, old);
    }
  }

  void note(Visit visit, HttpServletRequest request, int status) {
    Caller caller = visit.caller();
    String path = request.getRequestURI();
    Entry entry =
        new Entry(
            Instant.now(),
            caller == null ? null : caller.clientId(),
            caller == null ? null : caller.clientName(),
            caller == null ? null : caller.tenant(),
            visit.keyId(),
            request.getMethod(),
            path.substring(0, Math.min(path.length(), LONGEST_PATH)),
            status,
            visit.reason(),
            request.getRemoteAddr(),
            visit.traceId(),
            1);
    if (!waiting.offer(entry)) {
      log.warn("the audit cannot keep up, call {} is not in it", entry.traceId());
    }
  }

  /** Writes what waits. */
  void write() {
    List<Entry> some = new ArrayList<>();
    while (waiting.drainTo(some, AT_ONCE) > 0) {
      try {
        write(some);
      } catch (RuntimeException e) {
        some.forEach(waiting::offer);
        throw e;
      }
      some.clear();
    }
  }

  private void write(List<Entry> some) {
    Map<String, Entry> rows = new LinkedHashMap<>();
    some.forEach(entry -> rows.merge(entry.likeness(), entry, Entry::and));
    db.batchUpdate(
        INSERT, rows.values().stream().map(Audit::row).toArray(SqlParameterSource[]::new));
    Map<String, Instant> used = new HashMap<>();
    some.stream()
        .filter(entry -> entry.clientId() != null && entry.keyId() != null)
        .forEach(entry -> used.put(String.valueOf(entry.keyId()), entry.at()));
    used.forEach((key, at) -> db.update(USED, Map.of("id", key, "at", Timestamp.from(at))));
  }

  private static SqlParameterSource row(Entry entry) {
    return new MapSqlParameterSource()
        .addValue("at", Timestamp.from(entry.at()))
        .addValue("client", entry.client())
        .addValue("tenant", entry.tenant())
        .addValue("key", entry.keyId())
        .addValue("method", entry.method())
        .addValue("path", entry.path())
        .addValue("status", entry.status())
        .addValue("reason", entry.reason())
        .addValue("address", entry.address())
        .addValue("trace", entry.traceId())
        .addValue("times", entry.times());
  }

  @PreDestroy
  void end() {
    write();
  }
}
