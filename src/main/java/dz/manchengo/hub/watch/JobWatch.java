package dz.manchengo.hub.watch;

import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.jobs.LastRuns;
import dz.manchengo.hub.jobs.RunTakenOver;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
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
    last.stream()
        .filter(run -> !run.isOpen() && !isWrong(run))
        .forEach(run -> incidents.settle(Alarm.Kind.JOB, run.job()));
    incidents.settleOthers(
        Alarm.Kind.JOB,
        last.stream().filter(run -> run.isOpen() || isWrong(run)).map(LastRuns.Last::job).toList());
  }

  /** A hub that dies is told of, though another one does its work; until that is done. */
  @EventListener
  void takenOver(RunTakenOver run) {
    JobDefinition job = runs.definition(run.job());
    incidents.raise(alarm(job, run.businessDate(), Reason.FAILED, sentences.sentence(run)));
  }

  private boolean isWrong(LastRuns.Last run) {
    return run.isFailed() || run.odd(runs.definition(run).expect()) != null;
  }

  private Alarm alarm(LastRuns.Last run) {
    JobDefinition job = runs.definition(run);
    LastRuns.@Nullable Odd odd = run.odd(job.expect());
    return odd == null
        ? alarm(job, run.businessDate(), Reason.FAILED, sentences.sentence(run))
        : alarm(job, run.businessDate(), Reason.ODD, sentences.sentence(run, odd, job.expect()));
  }

  /** Of the day whose run failed first. */
  private Alarm alarm(JobDefinition job, LocalDate day, Reason reason, String sentence) {
    return new Alarm(
        Alarm.Kind.JOB,
        job.name(),
        incidents.openDay(Alarm.Kind.JOB, job.name()).orElse(day),
        reason,
        sentence,
        Objects.requireNonNullElse(job.contact(), settings.contact()),
        told(job, settings));
  }

  /** Its owner, and whoever runs the hub: neither has to pass it on to the other. */
  static List<String> told(JobDefinition job, WatchSettings settings) {
    return Stream.concat(job.mail().stream(), settings.mail().stream())
        .filter(address -> !address.isBlank())
        .distinct()
        .toList();
  }
}
