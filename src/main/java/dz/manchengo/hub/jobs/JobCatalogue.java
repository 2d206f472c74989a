package dz.manchengo.hub.jobs;

import dz.manchengo.hub.platform.Definitions;
import dz.manchengo.hub.platform.HubHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The jobs of the jar, and those in {@code <hub.home>/batch-jobs/}, one folder each. */
@Component
public class JobCatalogue {
  private static final String FOLDER = "batch-jobs";

  private final HubHome home;
  private final Definitions<JobDefinition> jobs;

  JobCatalogue(HubHome home) throws IOException {
    this.home = home;
    this.jobs = new Definitions<>("job", home, FOLDER, "job.yaml", JobFile::parse);
  }

  public Collection<JobDefinition> all() {
    return jobs.inForce().values().stream().map(this::complete).toList();
  }

  public Optional<JobDefinition> named(String name) {
    return Optional.ofNullable(jobs.inForce().get(name)).map(this::complete);
  }

  /** What a job of the home does not set itself is as the jar has it. */
  private JobDefinition complete(JobDefinition job) {
    return jobs.packaged(job.name()).map(one -> job.withDefaults(one.parameters())).orElse(job);
  }

  /** The home's files that are no jobs as they stand, by their paths below it. */
  public Map<String, Definitions.Refused> refused() {
    return jobs.refused();
  }

  /** Whether that file stands beside a job's {@code job.yaml}. */
  public boolean has(JobDefinition job, String file) {
    return Files.isRegularFile(own(job, file)) || packaged(job, file).exists();
  }

  /**
   * A file beside a job's {@code job.yaml}: the home's before the jar's.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String text(JobDefinition job, String file) {
    return new String(bytes(job, file), StandardCharsets.UTF_8);
  }

  /**
   * The same of a file that is no text.
   *
   * @throws IllegalArgumentException if there is none
   */
  public byte[] bytes(JobDefinition job, String file) {
    try {
      if (Files.isRegularFile(own(job, file))) {
        return Files.readAllBytes(own(job, file));
      }
      if (packaged(job, file).exists()) {
        return packaged(job, file).getContentAsByteArray();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException(
        "no %s/%s/%s, neither in %s nor in the jar"
            .formatted(FOLDER, job.name(), file, home.resolve(FOLDER)));
  }

  private Path own(JobDefinition job, String file) {
    return home.resolve(FOLDER).resolve(job.name()).resolve(file);
  }

  private static ClassPathResource packaged(JobDefinition job, String file) {
    return new ClassPathResource(FOLDER + "/" + job.name() + "/" + file);
  }
}
