package dz.manchengo.hub.backup;

import dz.manchengo.hub.jobs.JobCommand;
import dz.manchengo.hub.platform.CommandOptions;
import dz.manchengo.hub.platform.DatabaseCommand;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code backup}: wants one more backup now, waits for its proof and says what became of it. */
public final class BackupCommand extends DatabaseCommand {
  private record Made(String name, String status, @Nullable String failure) {}

  @Override
  public String name() {
    return "backup";
  }

  @Override
  protected int run(CommandOptions line, Hub hub) throws IOException {
    if (!line.words().isEmpty()) {
      hub.say("backup.usage");
      return FAILED;
    }
    JdbcClient db = JdbcClient.create(hub.database().dataSource());
    Optional<Made> former = last(db);
    int ended = JobCommand.once(BackupSteps.JOB, hub);
    last(db) // what fails before it begins has no name
        .filter(made -> former.filter(made::equals).isEmpty())
        .ifPresent(made -> hub.say("backup.made", made.name(), made.status()));
    return ended;
  }

  private static Optional<Made> last(JdbcClient db) {
    return db.sql("SELECT name, status, failure FROM v_backup ORDER BY id DESC LIMIT 1")
        .query(Made.class)
        .optional();
  }
}
