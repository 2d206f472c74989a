package dz.manchengo.hub.jobs;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Steps that are one statement each, whole or in portions with a transaction of their own. */
@Component
class StatementSteps {
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
                  plain.execute(JobSteps.begin(contribution.getStepExecution()));
                  if (statement.hashJoins()) {
                    plain.execute("SET LOCAL enable_nestloop = off");
                  }
                  int rows = db.update(sql, parameters(job, statement, context));
                  contribution.incrementWriteCount(rows);
                  return RepeatStatus.continueIf(statement.portion() != null && rows > 0);
                },
                transactions)
            .build();
    return statement.each() == null ? whole : parted(job, statement.each(), whole);
  }

  /** Once for each row of the query. */
  private Step parted(JobDefinition job, String each, Step one) {
    String query = catalogue.text(job, each);
    return PartedStep.of(
        repository,
        one,
        step -> {
          Map<String, @Nullable Object> values = job.values();
          values.putAll(JobSteps.parameters(step, zone));
          return new NamedParameterJdbcTemplate(source).queryForList(query, values);
        });
  }

  private Map<String, @Nullable Object> parameters(
      JobDefinition job, JobDefinition.Statement statement, ChunkContext context) {
    Map<String, @Nullable Object> values = job.values();
    values.putAll(JobSteps.parameters(context, zone));
    values.putAll(context.getStepContext().getStepExecutionContext());
    if (statement.portion() != null) {
      values.put("portion", statement.portion());
    }
    return values;
  }
}
