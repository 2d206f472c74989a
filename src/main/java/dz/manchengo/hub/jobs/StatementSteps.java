package dz.manchengo.hub.jobs;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.commons.lang3.StringUtils;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Steps that are one statement each, whole or in portions with a transaction of their own. */
@Component
class StatementSteps {
  /** Parts of a step that run at the same time. */
  private static final int AT_ONCE = 2;

  private final JobCatalogue catalogue;
  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final DataSource source;
  private final ZoneId zone;

  StatementSteps(
      JobCatalogue catalogue,
      JobRepository repository,
      PlatformTransactionManager transactions,
      DataSource source,
      @Value("${hub.zone}") ZoneId zone) {
    this.catalogue = catalogue;
    this.repository = repository;
    this.transactions = transactions;
    this.source = source;
    this.zone = zone;
  }

  List<Step> of(JobDefinition job) {
    return job.statements().stream().map(statement -> step(job, statement)).toList();
  }

  private Step step(JobDefinition job, JobDefinition.Statement statement) {
    String sql = catalogue.text(job, statement.file());
    JdbcTemplate plain = new JdbcTemplate(source);
    plain.setQueryTimeout((int) Math.min(Integer.MAX_VALUE, job.limit().toSeconds()));
    NamedParameterJdbcTemplate db = new NamedParameterJdbcTemplate(plain);
    Step whole =
        new StepBuilder(statement.step(), repository)
            .tasklet(
                (contribution, context) -> {
                  plain.execute(JobSteps.ROOM);
                  int rows = db.update(sql, parameters(job, statement, context));
                  contribution.incrementWriteCount(rows);
                  return RepeatStatus.continueIf(statement.portion() != null && rows > 0);
                },
                transactions)
            .build();
    return statement.each() == null ? whole : parted(job, statement, statement.each(), whole);
  }

  /** Once for each row of the query. */
  private Step parted(JobDefinition job, JobDefinition.Statement statement, String each, Step one) {
    String query = catalogue.text(job, each);
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("job-part-");
    threads.setConcurrencyLimit(AT_ONCE);
    StepExecutionSplitter splitter =
        new StepExecutionSplitter() {
          @Override
          public String getStepName() {
            return statement.step();
          }

          @Override
          public Set<StepExecution> split(StepExecution whole, int gridSize)
              throws JobExecutionException {
            return new SimpleStepExecutionSplitter(
                    repository, false, one.getName(), size -> parts(query, job, whole))
                .split(whole, gridSize);
          }
        };
    return new StepBuilder(statement.step(), repository)
        .partitioner(one)
        .splitter(splitter)
        .taskExecutor(threads)
        .build();
  }

  private Map<String, ExecutionContext> parts(
      String query, JobDefinition job, StepExecution whole) {
    Map<String, Object> values = new HashMap<>(job.parameters());
    values.putAll(JobSteps.parameters(whole, zone));
    Map<String, ExecutionContext> parts = new LinkedHashMap<>();
    new NamedParameterJdbcTemplate(source)
        .queryForList(query, values)
        .forEach(row -> parts.put(StringUtils.join(row.values(), ' '), new ExecutionContext(row)));
    return parts;
  }

  private Map<String, Object> parameters(
      JobDefinition job, JobDefinition.Statement statement, ChunkContext context) {
    Map<String, Object> values = new HashMap<>(job.parameters());
    values.putAll(JobSteps.parameters(context, zone));
    values.putAll(context.getStepContext().getStepExecutionContext());
    if (statement.portion() != null) {
      values.put("portion", statement.portion());
    }
    return values;
  }
}
