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
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** {@code /jobs/{job}/files}: the workbooks that a job has written, for callers of the house. */
@Component("reportCalls")
class ReportCalls {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
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

  private record Page(List<Shown> items, String nextCursor, boolean hasMore) {}

  /** The latest first. */
  Reply list(Call call) throws IOException {
    known(call);
    Position start = Asked.cursor(call).orElse(Position.START);
    List<ReportFiles.Entry> all = files.of(call.at("job"));
    List<Shown> some =
        all.stream().skip(start.id()).limit(Asked.limit(call)).map(this::shown).toList();
    long next = start.id() + some.size();
    return Reply.json(
        new Page(some, new Position(0, next).cursor(call.operation()), next < all.size()));
  }

  private Shown shown(ReportFiles.Entry entry) {
    OffsetDateTime at = entry.writtenAt().atZone(zone).toOffsetDateTime();
    return new Shown(entry.name(), entry.size(), at.truncatedTo(ChronoUnit.MILLIS));
  }

  Reply one(Call call) throws IOException {
    known(call);
    String name = call.at("name");
    Path file =
        files
            .file(call.at("job"), name)
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND, name));
    String shown =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
    return new Reply(OK, XLSX, Map.of("Content-Disposition", shown), file);
  }

  /** Jobs are the house's: to a partner's caller there are none. */
  private void known(Call call) {
    if (!call.caller().isHouse() || catalogue.named(call.at("job")).isEmpty()) {
      throw new ProblemException(ProblemKind.NOT_FOUND, call.at("job"));
    }
  }
}
