package dz.manchengo.hub.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code batch-jobs/<job>/job.yaml}.
 *
 * @param limit a run that takes longer is stopped and failed
 * @param statements its steps where it is made of statements only; empty for a job with a class
 * @param parameters of the statements, numbers and texts
 */
public record JobDefinition(
    String name,
    String titleFr,
    String titleEn,
    @Nullable Schedule schedule,
    Duration limit,
    @Nullable String runbook,
    List<Statement> statements,
    Map<String, Object> parameters) {

  /**
   * When it is due.
   *
   * @param cron as Quartz has it, in the hub's zone
   * @param calendar on whose working days alone; null for every day
   * @param catchUp whether the last one that was missed is run as soon as a hub runs
   */
  public record Schedule(String cron, @Nullable String calendar, boolean catchUp) {}

  /**
   * One step.
   *
   * @param file beside {@code job.yaml}
   * @param portion rows of one transaction, which is repeated until it changes none; null for once
   */
  record Statement(String step, String file, @Nullable Integer portion) {}

  public String title(Locale language) {
    return language.getLanguage().equals("en") ? titleEn : titleFr;
  }
}
