package dz.manchengo.hub.watch;

import dz.manchengo.hub.jobs.LastRuns;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Jobs whose last run failed; whoever restarts one ends the incident only by a run that is done.
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
    last.stream().filter(LastRuns.Last::isFailed).forEach(run -> incidents.raise(alarm(run)));
    incidents.settleOthers(
        Alarm.Kind.JOB,
        last.stream()
            .filter(run -> run.isFailed() || run.isOpen())
            .map(LastRuns.Last::job)
            .toList());
  }

  /** Of the day whose run failed first. */
  private Alarm alarm(LastRuns.Last run) {
    return new Alarm(
        Alarm.Kind.JOB,
        run.job(),
        incidents.openDay(Alarm.Kind.JOB, run.job()).orElse(run.businessDate()),
        Reason.FAILED,
        sentences.sentence(run),
        settings.contact(),
        settings.mail());
  }
}
