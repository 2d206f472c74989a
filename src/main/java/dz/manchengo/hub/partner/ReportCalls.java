package dz.manchengo.hub.partner;

import dz.manchengo.hub.jobs.JobCatalogue;
import dz.manchengo.hub.reports.ReportFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** {@code /jobs/{job}/files}: the workbooks that a job has written, for callers of the house. */
@Component("reportCalls")
class ReportCalls {
  private static final int OK = 200;

  private final JobCatalogue catalogue;
  private final ReportFiles files;
  private final ZoneId zone;

  ReportCalls(JobCatalogue catalogue, ReportFiles files, Clock clock) {
    this.catalogue = catalogue;
    this.files = files;
    this.zone = clock.getZone();
  }

  private record Shown(String name, long size, OffsetDateTime writtenAt) {}

  /** The latest first. */
  Reply list(Call call) throws IOException {
    JobCalls.known(call, catalogue);
    return Reply.json(Slice.of(files.of(call.at("job")), call, this::shown));
  }

  private Shown shown(ReportFiles.Entry entry) {
    OffsetDateTime at = entry.writtenAt().atZone(zone).toOffsetDateTime();
    return new Shown(entry.name(), entry.size(), at.truncatedTo(ChronoUnit.MILLIS));
  }

  Reply one(Call call) throws IOException {
    JobCalls.known(call, catalogue);
    String name = call.at("name");
    Path file =
        files
            .file(call.at("job"), name)
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND, name));
    String shown =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
    return new Reply(OK, Reply.XLSX, Map.of("Content-Disposition", shown), file);
  }
}
