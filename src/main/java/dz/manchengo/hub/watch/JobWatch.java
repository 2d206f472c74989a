package dz.manchengo.hub.watch;

import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.jobs.LastRuns;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Jobs whose last run failed, or was done otherwise than their jobs expect it; whoever restarts one
 * ends the incident only by a run that is done.
 */
@Component("jobWatch")
class JobWatch {
  private final LastRuns runs;
  private final Incidents incidents;
  private final Sentences sentences;
  private final WatchSettings settings;

  JobWatch(LastRuns runs, Incidents incidents, Sentences sentences, WatchSettings settings) {
    this.runs = runs;
    this.incidents = incidents;
    this.sentences = sentences;
    this.settings = settings;
  }

  /** Opens or closes the jobs' incidents. */
  void look() {
    List<LastRuns.Last> last = runs.all();
    last.stream().filter(this::isWrong).forEach(run -> incidents.raise(alarm(run)));
    incidents.settleOthers(
        Alarm.Kind.JOB,
        last.stream().filter(run -> run.isOpen() || isWrong(run)).map(LastRuns.Last::job).toList());
  }

  private boolean isWrong(LastRuns.Last run) {
    return run.isFailed() || run.odd(runs.definition(run).expect()) != null;
  }

  /** Of the day whose run failed first. */
  private Alarm alarm(LastRuns.Last run) {
    JobDefinition job = runs.definition(run);
    LastRuns.@Nullable Odd odd = run.odd(job.expect());
    return new Alarm(
        Alarm.Kind.JOB,
        run.job(),
        incidents.openDay(Alarm.Kind.JOB, run.job()).orElse(run.businessDate()),
        odd == null ? Reason.FAILED : Reason.ODD,
        odd == null ? sentences.sentence(run) : sentences.sentence(run, odd, job.expect()),
        Objects.requireNonNullElse(job.contact(), settings.contact()),
        job.mail().isEmpty() ? settings.mail() : job.mail());
  }
}
