package dz.manchengo.hub.jobs;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code batch-jobs/<job>/job.yaml}.
 *
 * @param limit a run that takes longer is stopped and failed
 * @param expect how a run that is done is
 * @param contact whom to call; null for whoever is called of all jobs
 * @param mail who is told when it fails, beside whoever is told of all jobs
 * @param recipients who gets its workbooks by mail
 * @param servers that its workbooks are brought to, by their names in {@code hub.sftp}
 * @param buckets the same of {@code hub.reports.buckets}
 * @param statements its steps where it is made of statements only; empty for a job with a class
 * @param period the days that a run is about ({@link MovingPeriod}); null for none
 * @param parameters of the statements, numbers and texts
 * @param asks what whoever wants a run may say beside its date, by its name
 */
public record JobDefinition(
    String name,
    String titleFr,
    String titleEn,
    @Nullable Schedule schedule,
    Duration limit,
    Expect expect,
    @Nullable String contact,
    List<String> mail,
    @Nullable String runbook,
    List<String> recipients,
    List<String> servers,
    List<String> buckets,
    List<Statement> statements,
    @Nullable String period,
    Map<String, Object> parameters,
    Map<String, Ask> asks) {

  /**
   * The same, with those parameters where it names none of that name: a job that somebody changed
   * goes on when its statements come to ask for more.
   */
  JobDefinition withDefaults(Map<String, Object> defaults) {
    Map<String, Object> all = new HashMap<>(defaults);
    all.keySet().removeAll(asks.keySet());
    all.putAll(parameters);
    return new JobDefinition(
        name,
        titleFr,
        titleEn,
        schedule,
        limit,
        expect,
        contact,
        mail,
        runbook,
        recipients,
        servers,
        buckets,
        statements,
        period,
        Map.copyOf(all),
        asks);
  }

  /**
   * When it is due.
   *
   * @param cron as Quartz has it, in the hub's zone
   * @param calendar on whose working days alone; null for every day
   */
  public record Schedule(String cron, @Nullable String calendar, Missed missed) {}

  /** Which runs that were due while no hub ran are made up for. */
  public enum Missed {
    ALL,
    LAST,
    NONE
  }

  /**
   * How a run that is done is.
   *
   * @param leastRows written by all its steps together
   * @param shortest one that ends sooner has probably not done its work
   */
  public record Expect(long leastRows, long mostRows, Duration shortest) {
    static final Expect ANYTHING = new Expect(0, Long.MAX_VALUE, Duration.ZERO);
  }

  /**
   * One step.
   *
   * @param file beside {@code job.yaml}
   * @param portion rows of one transaction, which is repeated until it changes none; null for once
   * @param each a query beside it: once for each of its rows, whose columns are parameters, several
   *     at a time; null for once
   * @param hashJoins whether intermediate results are many where the planner thinks of few
   */
  record Statement(
      String step,
      String file,
      @Nullable Integer portion,
      @Nullable String each,
      boolean hashJoins) {}

  /**
   * What whoever wants a run may say.
   *
   * @param known a query beside {@code job.yaml} that gives the value as it is known, or no row
   * @param required whether there is no run without it
   */
  record Ask(String known, boolean required) {}

  public String title(Locale language) {
    return language.getLanguage().equals("en") ? titleEn : titleFr;
  }

  /** The parameters of its statements, and what nobody said yet. */
  public Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new HashMap<>(parameters);
    asks.keySet().forEach(name -> values.put(name, null));
    return values;
  }
}
