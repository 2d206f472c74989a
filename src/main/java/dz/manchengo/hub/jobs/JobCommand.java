package dz.manchengo.hub.jobs;

import dz.manchengo.hub.platform.CommandOptions;
import dz.manchengo.hub.platform.DatabaseCommand;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code job NAME [--business-date D] [--again] [--<what it asks> VALUE]}: wants a run, which a hub
 * of the database begins, and waits for its end. Exit 0 when it is done, 2 when it failed or no hub
 * took it. Without a name it lists the jobs; with {@code --deliveries} what became of workbooks,
 * with {@code --history} the latest runs, of which {@code --stop RUN} ends one and {@code --restart
 * RUN} lets one go on.
 */
public final class JobCommand extends DatabaseCommand {
  /** A hub looks each second; one that starts takes its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofMillis(500);

  /**
   * Of a run.
   *
   * @param left whether the hub that was at it lets its lease go by
   */
  private record State(String status, @Nullable String failure, long rowsWritten, boolean left) {
    boolean isOpen() {
      return status.equals("WANTED") || status.equals("RUNNING");
    }
  }

  @Override
  public String name() {
    return "job";
  }

  @Override
  protected Set<String> options() {
    return Set.of("business-date", "stop", "restart");
  }

  @Override
  protected int run(CommandOptions line, Hub hub) throws IOException {
    List<String> own = new ArrayList<>(line.words());
    boolean again = own.remove("--again");
    if (own.size() <= 2 && own.remove("--deliveries")) {
      JobDeliveries.tell(own.isEmpty() ? null : own.get(0), hub);
      return OK;
    }
    if (own.size() <= 2 && own.remove("--history")) {
      JobHistory.tell(own.isEmpty() ? null : own.get(0), hub);
      return OK;
    }
    String date = line.value("business-date");
    JobCatalogue catalogue =
        new JobCatalogue(new HubHome(Path.of(hub.setting("hub.home", "./var")).toAbsolutePath()));
    if (own.isEmpty()) {
      catalogue.all().forEach(job -> hub.out().println(job.name()));
      return OK;
    }
    String job = own.get(0);
    CommandOptions asked =
        CommandOptions.of(
            own.subList(1, own.size()),
            catalogue.named(job).map(named -> named.asks().keySet()).orElse(Set.of()));
    if (!asked.words().isEmpty() || job.startsWith("-")) {
      hub.say("job.command.usage");
      return FAILED;
    }
    try {
      if (line.value("stop") != null || line.value("restart") != null) {
        return changed(job, line, catalogue, hub);
      }
      Optional<LocalDate> day = Optional.ofNullable(date).map(LocalDate::parse);
      return run(job, day, asked.options(), again, catalogue, hub);
    } catch (DateTimeException e) {
      hub.say("job.command.date", String.valueOf(date));
    } catch (JobRefused refused) {
      hub.say(refused.reason().key(), refused.value());
    }
    return FAILED;
  }

  /** Ends a run after what it is at, or lets one go on that failed or was stopped. */
  private static int changed(String job, CommandOptions line, JobCatalogue catalogue, Hub hub) {
    String stop = line.value("stop");
    String run = stop == null ? String.valueOf(line.value("restart")) : stop;
    if (!run.matches("\\d{1,18}")) {
      hub.say("job.command.usage");
      return FAILED;
    }
    JdbcClient db = JdbcClient.create(hub.database().dataSource());
    JobRuns runs = new JobRuns(catalogue, db, hub.zone());
    long id = Long.parseLong(run);
    if (stop == null) {
      runs.restart(job, id, "command");
      return followed(id, db, hub);
    }
    runs.stop(job, id, "command");
    followed(id, db, hub);
    return state(id, db).status().equals("STOPPED") ? OK : FAILED;
  }

  /** One more run of today, for another command. */
  public static int once(String job, Hub hub) throws IOException {
    Path home = Path.of(hub.setting("hub.home", "./var")).toAbsolutePath();
    try {
      return run(job, Optional.empty(), Map.of(), true, new JobCatalogue(new HubHome(home)), hub);
    } catch (JobRefused refused) {
      hub.say(refused.reason().key(), refused.value());
      return FAILED;
    }
  }

  private static int run(
      String job,
      Optional<LocalDate> date,
      Map<String, String> asked,
      boolean again,
      JobCatalogue catalogue,
      Hub hub) {
    ZoneId zone = hub.zone();
    JdbcClient db = JdbcClient.create(hub.database().dataSource());
    LocalDate shown = date.orElse(LocalDate.now(zone));
    long id;
    try {
      id = new JobRuns(catalogue, db, zone).want(job, date, asked, again, "command");
      hub.say("job.command.wanted", job, shown, String.valueOf(id));
    } catch (JobRefused refused) {
      if (refused.reason() != JobRefused.Reason.ALREADY) {
        throw refused;
      }
      id = Long.parseLong(refused.value());
      hub.say("job.command.known", job, shown, String.valueOf(id));
    }
    return followed(id, db, hub);
  }

  private static int followed(long id, JdbcClient db, Hub hub) {
    Instant until = Instant.now().plus(PATIENCE);
    State state = state(id, db);
    boolean told = false;
    while (state.isOpen()) {
      if (state.left() && !told) { // its server may live on: nobody else would say so
        hub.say("job.command.left", String.valueOf(id));
        told = true;
      }
      if (state.status().equals("WANTED") && Instant.now().isAfter(until) && withdrawn(id, db)) {
        hub.say("job.command.nobody", PATIENCE.toSeconds());
        return FAILED;
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return FAILED;
      }
      state = state(id, db);
    }
    hub.say("job.command.state", String.valueOf(id), state.status(), state.rowsWritten());
    if (state.failure() != null) {
      hub.say("job.command.failed", String.valueOf(id), state.failure());
    }
    return state.status().equals("COMPLETED") ? OK : FAILED;
  }

  private static State state(long id, JdbcClient db) {
    return db.sql(
            "SELECT status, failure, rows_written, lease_until IS NOT NULL AND lease_until < now() AS left"
                + " FROM job_run WHERE id = :id")
        .param("id", id)
        .query(State.class)
        .single();
  }

  private static boolean withdrawn(long id, JdbcClient db) {
    return db.sql(Sql.file("jobs/withdraw_run.sql")).param("id", id).update() > 0;
  }
}
