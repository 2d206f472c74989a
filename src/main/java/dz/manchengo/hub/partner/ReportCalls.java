package dz.manchengo.hub.partner;

import dz.manchengo.hub.jobs.JobCatalogue;
import dz.manchengo.hub.platform.Tickets;
import dz.manchengo.hub.reports.ReportFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** {@code /jobs/{job}/files}: the workbooks that a job has written, for callers of the house. */
@Component("reportCalls")
class ReportCalls {
  private static final int OK = 200;
  private static final Pattern PATH = Pattern.compile("reports/([^/]+)/([^/]+)");

  private final JobCatalogue catalogue;
  private final ReportFiles files;
  private final Tickets tickets;
  private final Clock clock;

  ReportCalls(JobCatalogue catalogue, ReportFiles files, Tickets tickets, Clock clock) {
    this.catalogue = catalogue;
    this.files = files;
    this.tickets = tickets;
    this.clock = clock;
  }

  private record Shown(String name, long size, OffsetDateTime writtenAt) {}

  /** The latest first. */
  Reply list(Call call) throws IOException {
    JobCalls.known(call, catalogue);
    return Reply.json(Slice.of(files.of(call.at("job")), call, this::shown));
  }

  private Shown shown(ReportFiles.Entry entry) {
    OffsetDateTime at = entry.writtenAt().atZone(clock.getZone()).toOffsetDateTime();
    return new Shown(entry.name(), entry.size(), at.truncatedTo(ChronoUnit.MILLIS));
  }

  Reply one(Call call) throws IOException {
    JobCalls.known(call, catalogue);
    return workbook(call.at("job"), call.at("name"));
  }

  /** The one that a letter's link names, for whoever has the link. */
  Reply linked(Call call) throws IOException {
    String ticket = call.asked("ticket").orElse("");
    Matcher path = PATH.matcher(tickets.path(ticket, clock.instant()).orElse(""));
    if (!path.matches()) {
      throw new ProblemException(ProblemKind.NOT_FOUND, "ticket");
    }
    return workbook(path.group(1), path.group(2));
  }

  private Reply workbook(String job, String name) throws IOException {
    Path file =
        files.file(job, name).orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND, name));
    String shown =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
    return new Reply(OK, Reply.XLSX, Map.of("Content-Disposition", shown), file);
  }
}
