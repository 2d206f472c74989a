package dz.manchengo.hub.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dz.manchengo.hub.jobs.JobCatalogue;
import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.jobs.JobRefused;
import dz.manchengo.hub.jobs.JobRuns;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code /jobs}: the jobs there are, their runs, and to begin, restart and stop one. */
@Component("jobCalls")
class JobCalls {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final Position LATEST = new Position(0, Long.MAX_VALUE);

  private final JobCatalogue catalogue;
  private final JobRuns runs;
  private final WishBody wishes;
  private final JdbcClient db;

  JobCalls(JobCatalogue catalogue, JobRuns runs, WishBody wishes, JdbcClient db) {
    this.catalogue = catalogue;
    this.runs = runs;
    this.wishes = wishes;
    this.db = db;
  }

  private record Wish(
      @Nullable String businessDate,
      @Nullable Boolean again,
      @Nullable Map<String, String> parameters) {}

  private record All(List<One> items) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record One(
      String job,
      String title,
      @Nullable String cron,
      @Nullable String calendar,
      String limit,
      @Nullable String runbook,
      List<String> asks,
      @JsonRawValue @Nullable String lastRun) {}

  Reply list(Call call) {
    return Reply.json(
        new All(
            catalogue.all().stream()
                .filter(job -> call.caller().isHouse())
                .map(job -> shown(job, call))
                .toList()));
  }

  private One shown(JobDefinition job, Call call) {
    JobDefinition.Schedule schedule = job.schedule();
    return new One(
        job.name(),
        job.title(call.language()),
        schedule == null ? null : schedule.cron(),
        schedule == null ? null : schedule.calendar(),
        job.limit().toString(),
        job.runbook(),
        job.asks().keySet().stream().sorted().toList(),
        found(job.name(), null, LATEST, 1).items().stream().findFirst().orElse(null));
  }

  /** The latest first. */
  Reply runs(Call call) {
    known(call, catalogue);
    Position start = Asked.cursor(call).orElse(LATEST);
    return found(call.at("job"), null, start, Asked.limit(call)).reply(call.operation());
  }

  Reply one(Call call) {
    known(call, catalogue);
    return Reply.json(run(call, Asked.id(call)));
  }

  /** The run of that date, whether this call begins it or another one did. */
  Reply begin(Call call) throws IOException {
    known(call, catalogue);
    Wish wish = wishes.read(call, Wish.class);
    boolean again = Boolean.TRUE.equals(wish.again());
    try {
      long id =
          runs.want(
              call.at("job"),
              date(wish, call),
              Objects.requireNonNullElse(wish.parameters(), Map.of()),
              again,
              by(call));
      return answer(call, ACCEPTED, id);
    } catch (JobRefused refused) {
      if (refused.reason() == JobRefused.Reason.ALREADY && !again) {
        return answer(call, OK, Long.parseLong(refused.value()));
      }
      throw problem(refused, call);
    }
  }

  Reply restart(Call call) {
    known(call, catalogue);
    long id = Asked.id(call);
    try {
      runs.restart(call.at("job"), id, by(call));
    } catch (JobRefused refused) {
      throw problem(refused, call);
    }
    return answer(call, ACCEPTED, id);
  }

  Reply stop(Call call) {
    known(call, catalogue);
    long id = Asked.id(call);
    try {
      runs.stop(call.at("job"), id, by(call));
    } catch (JobRefused refused) {
      throw problem(refused, call);
    }
    return answer(call, ACCEPTED, id);
  }

  private Reply answer(Call call, int status, long id) {
    String location = Crossing.BASE + "/jobs/" + call.at("job") + "/runs/" + id;
    return new Reply(status, Reply.JSON, Map.of("Location", location), run(call, id));
  }

  /** Jobs are the house's: to a partner's caller there are none. */
  static void known(Call call, JobCatalogue catalogue) {
    if (!call.caller().isHouse() || catalogue.named(call.at("job")).isEmpty()) {
      throw new ProblemException(ProblemKind.NOT_FOUND, call.at("job"));
    }
  }

  private String run(Call call, long id) {
    return found(call.at("job"), id, LATEST, 1).items().stream()
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND, call.at("id")));
  }

  private Page found(String job, @Nullable Long id, Position start, int limit) {
    return Page.of(
        db
            .sql(Sql.file("partner/find_runs.sql"))
            .param("job", job)
            .param("id", id)
            .param("before", start.id())
            .param("limit", limit + 1)
            .query(
                (row, number) ->
                    new Page.Row(new Position(0, row.getLong("id")), row.getString("document")))
            .stream(),
        limit,
        start);
  }

  private static Optional<LocalDate> date(Wish wish, Call call) {
    try {
      return Optional.ofNullable(wish.businessDate()).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw invalid(call, "/businessDate", "api.job.date", String.valueOf(wish.businessDate()));
    }
  }

  private static String by(Call call) {
    return "api:" + call.caller().clientName();
  }

  private static ProblemException problem(JobRefused refused, Call call) {
    return switch (refused.reason()) {
      case UNKNOWN, NO_RUN -> new ProblemException(ProblemKind.NOT_FOUND, refused.value());
      case FUTURE -> invalid(call, "/businessDate", refused.reason().key(), refused.value());
      case NOT_ASKED, MISSING, UNKNOWN_VALUE ->
          invalid(call, "/parameters", refused.reason().key(), refused.value());
      case ALREADY, STATE ->
          new ProblemException(
              ProblemKind.CONFLICT,
              new Texts(call.language()).get(refused.reason().key(), refused.value()));
    };
  }

  private static ProblemException invalid(Call call, String place, String key, String value) {
    String message = new Texts(call.language()).get(key, value);
    return new ProblemException(ProblemKind.INVALID)
        .faults(List.of(new Problem.Fault(place, null, null, null, value, message)));
  }
}
