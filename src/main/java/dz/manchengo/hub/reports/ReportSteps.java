package dz.manchengo.hub.reports;

import dz.manchengo.hub.jobs.JobCatalogue;
import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.jobs.JobSteps;
import dz.manchengo.hub.platform.Durable;
import dz.manchengo.hub.platform.HubHome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A job with a {@code sheets.yaml} ends with its workbooks, in {@code reports/<job>/}. */
@Component
@Order(JobSteps.REPORTS)
class ReportSteps implements JobSteps {
  private static final String SHEETS = "sheets.yaml";
  private static final int ROWS_AT_ONCE = 1_000;

  /** Workbooks that are written at the same time: one reads while the other one writes. */
  private static final int AT_ONCE = 2;

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_]+)}");

  private final JobCatalogue catalogue;
  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final DataSource source;
  private final HubHome home;
  private final Locale language;
  private final ZoneId zone;

  ReportSteps(
      JobCatalogue catalogue,
      JobRepository repository,
      PlatformTransactionManager transactions,
      DataSource source,
      HubHome home,
      @Value("${hub.language}") Locale language,
      Clock clock) {
    this.catalogue = catalogue;
    this.repository = repository;
    this.transactions = transactions;
    this.source = source;
    this.home = home;
    this.language = language;
    this.zone = clock.getZone();
  }

  @Override
  public List<Step> steps(JobDefinition job) {
    if (!catalogue.has(job, SHEETS)) {
      return List.of();
    }
    return List.of(
        new StepBuilder("workbook", repository)
            .tasklet(
                (contribution, context) -> {
                  Map<String, Object> values = new HashMap<>(job.parameters());
                  values.putAll(JobSteps.parameters(context, zone));
                  contribution.incrementWriteCount(write(job, values));
                  return RepeatStatus.FINISHED;
                },
                transactions)
            .build());
  }

  private long write(JobDefinition job, Map<String, Object> values) throws IOException {
    Report report = Report.parse(job.name() + "/" + SHEETS, catalogue.text(job, SHEETS));
    values.put("language", language.getLanguage());
    String each = report.each();
    List<Map<String, @Nullable Object>> books =
        each == null
            ? List.of(Map.of())
            : looking().queryForList(catalogue.text(job, each), values);
    List<Callable<Long>> all = new ArrayList<>();
    for (Map<String, @Nullable Object> one : books) {
      Map<String, @Nullable Object> own = new HashMap<>(values);
      own.putAll(one);
      all.add(() -> write(report, job, own));
    }
    return together(all);
  }

  /**
   * All of them, {@link #AT_ONCE} at a time; the first that fails fails the run, once all ended.
   */
  private static long together(List<Callable<Long>> books) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      long rows = 0;
      for (Future<Long> book : threads.invokeAll(books)) {
        rows += book.get();
      }
      return rows;
    } catch (ExecutionException e) {
      return ExceptionUtils.rethrow(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Its sheets agree with each other: all of them look at one moment. */
  private long write(Report report, JobDefinition job, Map<String, @Nullable Object> values)
      throws IOException {
    TransactionTemplate moment = new TransactionTemplate(transactions);
    moment.setReadOnly(true);
    moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    try {
      Long rows =
          moment.execute(
              status -> {
                ReportBook book =
                    new ReportBook(
                        report,
                        file -> catalogue.text(job, file),
                        looking(),
                        values,
                        language,
                        zone);
                try {
                  return write(book, job, name(report.file().in(language), values));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      return rows == null ? 0 : rows;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private NamedParameterJdbcTemplate looking() {
    JdbcTemplate plain = new JdbcTemplate(source);
    plain.execute(JobSteps.ROOM);
    plain.setFetchSize(ROWS_AT_ONCE);
    return new NamedParameterJdbcTemplate(plain);
  }

  /** Whole or not at all: a reader never meets half a workbook. */
  private long write(ReportBook book, JobDefinition job, String name) throws IOException {
    Path folder = Files.createDirectories(home.folder("reports").resolve(job.name()));
    Path half = folder.resolve("." + name + ".tmp"); // a job has one run at a time
    try {
      long rows;
      try (OutputStream out = Files.newOutputStream(half)) {
        rows = book.write(out);
      }
      Durable.sync(half);
      Files.move(half, folder.resolve(name + ".xlsx"), StandardCopyOption.REPLACE_EXISTING);
      Durable.sync(folder);
      return rows;
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** No value leads out of the folder. */
  private static String name(String pattern, Map<String, @Nullable Object> values) {
    return PLACE
        .matcher(pattern)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Objects.toString(values.get(found.group(1)), "")
                        .replaceAll("[^\\p{L}\\p{N}._-]+", "-")));
  }
}
