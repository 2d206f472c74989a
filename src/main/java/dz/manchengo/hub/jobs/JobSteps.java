package dz.manchengo.hub.jobs;

import java.util.List;
import org.springframework.batch.core.Step;

/** The steps of a job that is more than statements; one bean for each such job. */
public interface JobSteps {
  /** The job whose steps these are, as its folder is called. */
  String job();

  /**
   * Its steps in their order. Each must go on where it stopped when the run is restarted.
   *
   * @param definition as it is in force at the start of the run
   */
  List<Step> steps(JobDefinition definition);
}
