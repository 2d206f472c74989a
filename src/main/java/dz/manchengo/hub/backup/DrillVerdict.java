package dz.manchengo.hub.backup;

import org.springframework.batch.core.StepExecution;
import org.springframework.batch.item.ExecutionContext;

/** What a drill has found so far, kept with its run: it is told once the workbook is written. */
record DrillVerdict(ExecutionContext run) {
  private static final String KEY = "drill.failures";

  DrillVerdict(StepExecution step) {
    this(step.getJobExecution().getExecutionContext());
  }

  /** A run that is restarted restores both again. */
  void begin() {
    run.putString(KEY, "");
  }

  void failed(String sentence) {
    String former = run.getString(KEY, "");
    if (!former.contains(sentence)) {
      run.putString(KEY, former.isEmpty() ? sentence : former + " ; " + sentence);
    }
  }

  /**
   * Ends the run.
   *
   * @throws IllegalStateException with all that failed
   */
  void end() {
    String failures = run.getString(KEY, "");
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures);
    }
  }
}
