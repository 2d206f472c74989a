package dz.manchengo.hub.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dz.manchengo.hub.jobs.JobCatalogue;
import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.jobs.JobSteps;
import dz.manchengo.hub.jobs.PartedStep;
import dz.manchengo.hub.platform.ContentHash;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepExecution;
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
  private static final String TEMPLATE = "template.xlsx";
  private static final int ROWS_AT_ONCE = 1_000;

  /** Bytes of a value in a file's name. */
  private static final int LONGEST = 120;

  private static final int HASH = 8;

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_]+)}");

  private final JobCatalogue catalogue;
  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final DataSource source;
  private final HubHome home;
  private final ReportLetters letters;
  private final ReportServers servers;
  private final Locale language;
  private final ZoneId zone;

  ReportSteps(
      JobCatalogue catalogue,
      JobRepository repository,
      PlatformTransactionManager transactions,
      DataSource source,
      HubHome home,
      ReportLetters letters,
      ReportServers servers,
      @Value("${hub.language}") Locale language,
      Clock clock) {
    this.catalogue = catalogue;
    this.repository = repository;
    this.transactions = transactions;
    this.source = source;
    this.home = home;
    this.letters = letters;
    this.servers = servers;
    this.language = language;
    this.zone = clock.getZone();
  }

  @Override
  public List<Step> steps(JobDefinition job) {
    if (!catalogue.has(job, SHEETS)) {
      return List.of();
    }
    Report report = Report.parse(job.name() + "/" + SHEETS, catalogue.text(job, SHEETS));
    Step one =
        new StepBuilder("workbook", repository)
            .tasklet(
                (contribution, context) -> {
                  Map<String, @Nullable Object> values =
                      values(job, context.getStepContext().getStepExecution());
                  values.putAll(context.getStepContext().getStepExecutionContext());
                  StepExecution step = contribution.getStepExecution();
                  ReportLetters.Written book = write(report, job, values, JobSteps.begin(step));
                  contribution.incrementWriteCount(book.rows());
                  letters.send(job, step, book);
                  servers.send(job, step, book);
                  return RepeatStatus.FINISHED;
                },
                transactions)
            .build();
    String each = report.each();
    return List.of(
        each == null ? one : PartedStep.of(repository, one, run -> books(job, each, run)));
  }

  private List<Map<String, Object>> books(JobDefinition job, String each, StepExecution run) {
    List<Map<String, Object>> books =
        new NamedParameterJdbcTemplate(source)
            .queryForList(catalogue.text(job, each), values(job, run));
    if (books.isEmpty()) {
      letters.sendNothing(job, run);
    }
    return books;
  }

  private Map<String, @Nullable Object> values(JobDefinition job, StepExecution run) {
    Map<String, @Nullable Object> values = job.values();
    values.putAll(JobSteps.parameters(run, zone));
    values.put("language", language.getLanguage());
    return values;
  }

  /** Its sheets agree with each other: all of them look at one moment. */
  private ReportLetters.Written write(
      Report report, JobDefinition job, Map<String, @Nullable Object> values, String begin)
      throws IOException {
    TransactionTemplate moment = new TransactionTemplate(transactions);
    moment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    moment.setReadOnly(true);
    moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    try {
      ReportLetters.Written written =
          moment.execute(
              status -> {
                ReportBook book =
                    new ReportBook(
                        report,
                        catalogue.has(job, TEMPLATE) ? catalogue.bytes(job, TEMPLATE) : null,
                        file -> catalogue.text(job, file),
                        looking(begin),
                        values,
                        language,
                        zone);
                try {
                  return write(book, job, name(report.file().in(language), values));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      return Objects.requireNonNull(written);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private NamedParameterJdbcTemplate looking(String begin) {
    JdbcTemplate plain = new JdbcTemplate(source);
    plain.execute(begin);
    plain.setFetchSize(ROWS_AT_ONCE);
    return new NamedParameterJdbcTemplate(plain);
  }

  /** Whole or not at all: a reader never meets half a workbook. */
  private ReportLetters.Written write(ReportBook book, JobDefinition job, String name)
      throws IOException {
    Path folder = Files.createDirectories(home.folder("reports").resolve(job.name()));
    Path half = folder.resolve("." + name + ".tmp"); // a job has one run at a time
    try {
      long rows;
      try (OutputStream out = Files.newOutputStream(half)) {
        rows = book.write(out);
      }
      Durable.sync(half);
      Path file = folder.resolve(name + ".xlsx");
      FormerReports.keep(file, zone);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      Durable.sync(folder);
      return new ReportLetters.Written(name + ".xlsx", rows, book.figures());
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** No value leads out of the folder, nor makes a name that no disk holds. */
  private static String name(String pattern, Map<String, @Nullable Object> values) {
    return PLACE
        .matcher(pattern)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    shortened(
                        Objects.toString(values.get(found.group(1)), "")
                            .replaceAll("[^\\p{L}\\p{N}._-]+", "-"))));
  }

  /** What is cut off is told apart by its hash. */
  private static String shortened(String value) {
    if (value.getBytes(UTF_8).length <= LONGEST) {
      return value;
    }
    String kept = value;
    while (kept.getBytes(UTF_8).length > LONGEST - HASH - 1) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept + "-" + ContentHash.of(value.getBytes(UTF_8)).toString().substring(0, HASH);
  }
}
