package dz.manchengo.hub.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.tracing.Traced;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersBuilder;

/**
 * A run that this node has claimed.
 *
 * @param attempt more than 1 where somebody wanted that date again
 * @param recoveries how often it was taken over from a node that died
 * @param asked what whoever wanted it said beside the date: a JSON object of texts
 */
record JobRun(
    long id, String job, LocalDate businessDate, int attempt, int recoveries, String asked)
    implements Traced {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nobody began it elsewhere: who wanted it went on with something else. */
  @Override
  public @Nullable String traceparent() {
    return null;
  }

  @Override
  public Map<String, String> marks() {
    return Map.of("job", job, "run", Long.toString(id));
  }

  /**
   * What tells it from other runs of the job, the same after a crash, so that it goes on; and the
   * days that it is about, which do not.
   */
  JobParameters parameters(@Nullable MovingPeriod period) {
    JobParametersBuilder parameters = new JobParametersBuilder();
    parameters.addLocalDate("businessDate", businessDate);
    if (attempt > 1) {
      parameters.addLong("attempt", (long) attempt);
    }
    said().forEach(parameters::addString);
    if (period != null) {
      parameters.addLocalDate("from", period.from(), false);
      parameters.addLocalDate("until", period.until(), false);
      parameters.addString("period", period.label(), false);
    }
    return parameters.toJobParameters();
  }

  private Map<String, String> said() {
    try {
      return JSON.readValue(asked, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no object of texts: " + asked, e);
    }
  }
}
