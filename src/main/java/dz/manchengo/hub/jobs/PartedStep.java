package dz.manchengo.hub.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

/**
 * A step that is done once for each row of a query, two at a time, as partitions of Spring Batch: a
 * part finds its row in its execution context, and a restart repeats the parts that were not done.
 */
public final class PartedStep {
  private static final int AT_ONCE = 2;

  /** Of a part's name, which Spring Batch keeps behind the step's in 100 characters. */
  private static final int LONGEST_NAME = 30;

  private PartedStep() {}

  /**
   * The step.
   *
   * @param one what is done for a row; it lends its name
   * @param rows asked for at the beginning of the step
   */
  public static Step of(
      JobRepository repository, Step one, Function<StepExecution, List<Map<String, Object>>> rows) {
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("job-part-");
    threads.setConcurrencyLimit(AT_ONCE);
    threads.setTaskDecorator(new ContextPropagatingTaskDecorator());
    StepExecutionSplitter splitter =
        new StepExecutionSplitter() {
          @Override
          public String getStepName() {
            return one.getName();
          }

          @Override
          public Set<StepExecution> split(StepExecution whole, int gridSize)
              throws JobExecutionException {
            return new SimpleStepExecutionSplitter(
                    repository, false, one.getName(), size -> parts(rows.apply(whole)))
                .split(whole, gridSize);
          }
        };
    return new StepBuilder(one.getName(), repository)
        .partitioner(one)
        .splitter(splitter)
        .taskExecutor(threads)
        .build();
  }

  /** Spring Batch calls a part by its step's name, a colon and its own. */
  static boolean isPart(StepExecution step) {
    return step.getStepName().indexOf(':') >= 0;
  }

  private static Map<String, ExecutionContext> parts(List<Map<String, Object>> rows) {
    Map<String, ExecutionContext> parts = new LinkedHashMap<>();
    rows.forEach(row -> parts.put(name(row), new ExecutionContext(row)));
    return parts;
  }

  /** The same at a restart, and no other row's. */
  static String name(Map<String, Object> row) {
    String values = StringUtils.join(row.values(), ' ');
    return values.length() <= LONGEST_NAME
        ? values
        : values.substring(0, LONGEST_NAME) + " " + Integer.toHexString(values.hashCode());
  }
}
