package dz.manchengo.hub.jobs;

import dz.manchengo.hub.platform.DatabaseCommand.Hub;
import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of a job's workbooks: whom they went to, and how far they are. */
final class JobDeliveries {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private JobDeliveries() {}

  /**
   * One way to one recipient.
   *
   * @param at when it arrived, was given up, or is tried next
   */
  private record Delivery(
      LocalDate day,
      long run,
      @Nullable String name,
      String channel,
      String target,
      String state,
      int attempt,
      LocalDateTime at,
      @Nullable String failure) {}

  /** Says the latest ones, of all jobs where it is null. */
  static void tell(@Nullable String job, Hub hub) {
    List<Delivery> found =
        JdbcClient.create(hub.database().dataSource())
            .sql(Sql.file("jobs/deliveries.sql"))
            .param("job", job)
            .param("zone", hub.zone().getId())
            .query(Delivery.class)
            .list();
    for (Delivery one : found) {
      hub.say(
          "job.command.delivery",
          one.day(),
          String.valueOf(one.run()),
          Objects.requireNonNullElse(one.name(), "–"),
          one.channel(),
          one.target(),
          hub.texts().get("job.delivery." + one.state(), MOMENT.format(one.at()), one.attempt())
              + (one.failure() == null ? "" : " : " + one.failure()));
    }
    hub.say("job.command.deliveries", found.size());
  }
}
