package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dz.manchengo.hub.platform.Tickets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The workbooks of jobs, fetched by a program. */
class ApiReportsIT extends ApiScenario {
  @Autowired Tickets tickets;

  private static final String AT = "/api/v1/jobs/report-stamp-duty/files";

  private static Path write(String name, Instant at) throws IOException {
    Path folder = Files.createDirectories(HUB.home().resolve("reports/report-stamp-duty"));
    Path file = folder.resolve(name);
    try (XSSFWorkbook book = new XSSFWorkbook();
        var out = Files.newOutputStream(file)) {
      book.createSheet("Timbre").createRow(0).createCell(0).setCellValue(name);
      book.write(out);
    }
    Files.setLastModifiedTime(file, FileTime.from(at));
    return file;
  }

  @Test
  void theWorkbooksOfAJobAreListedAndFetched() throws Exception {
    Instant now = Instant.parse("2031-01-05T06:00:00Z"); // before anything that a job writes
    write("timbre été-2030-11.xlsx", now);
    write("timbre-2030-12.xlsx", now.plusSeconds(60));
    Files.write(HUB.home().resolve("reports/report-stamp-duty/.half.xlsx"), new byte[3]);
    String key = key("reports reader", "reports:read");
    JsonNode page = json(get(AT + "?limit=1", key));
    assertThat(page.at("/items/0/name").asText()).isEqualTo("timbre-2030-12.xlsx");
    assertThat(page.path("hasMore").asBoolean()).isTrue();
    JsonNode next = json(get(AT + "?limit=1&cursor=" + page.path("nextCursor").asText(), key));
    assertThat(next.at("/items/0/name").asText()).isEqualTo("timbre été-2030-11.xlsx");
    assertThat(next.at("/items/0/size").asLong()).isPositive();
    assertThat(next.at("/items/0/writtenAt").asText()).startsWith("2031-01-05T07:00:00");

    HttpResponse<byte[]> file =
        HTTP.send(
            to(AT + "/timbre%20%C3%A9t%C3%A9-2030-11.xlsx")
                .header("Authorization", "Bearer " + key)
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;")
        .contains("filename*=UTF-8''timbre%20%C3%A9t%C3%A9-2030-11.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file.body()))) {
      assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("timbre été-2030-11.xlsx");
    }
  }

  @Test
  void theLinkOfALetterLetsItsReaderInAndNobodyElse() throws Exception {
    write("timbre-2031-02.xlsx", Instant.now());
    String at = "/api/v1/report-files?ticket=";
    String path = "reports/report-stamp-duty/timbre-2031-02.xlsx";
    String ticket = tickets.of(path, Instant.now().plusSeconds(60));
    HttpResponse<byte[]> file =
        HTTP.send(
            to(at + ticket).header("Accept", "text/html,*/*;q=0.8").build(),
            BodyHandlers.ofByteArray());
    assertThat(file.statusCode()).isEqualTo(200);
    new XSSFWorkbook(new ByteArrayInputStream(file.body())).close();
    problem(send(to(at + "x" + ticket)), 404, "not-found");
    problem(send(to(at + tickets.of(path, Instant.now().minusSeconds(60)))), 404, "not-found");
    problem(
        send(to(at + tickets.of("tickets.key", Instant.now().plusSeconds(60)))), 404, "not-found");
    problem(send(to("/api/v1/report-files")), 404, "not-found");
  }

  @Test
  void nothingElseIsFetched() throws Exception {
    Path link = write("lien.xlsx", Instant.now());
    Path secret = Files.write(HUB.home().resolve("reports/secret.xlsx"), new byte[9]);
    Files.delete(link);
    Files.createSymbolicLink(link, secret);
    String key = key("reports prier", "reports:read");
    for (String name :
        new String[] {"..%2Fsecret.xlsx", "..", "lien.xlsx", ".half.xlsx", "rien.xlsx"}) {
      assertThat(get(AT + "/" + name, key).statusCode()).as(name).isIn(400, 404);
    }
    assertThat(get("/api/v1/jobs/no-such-job/files", key).statusCode()).isEqualTo(404);
    String other = key("reports stranger", "jobs:read");
    problem(get(AT, other), 403, "missing-scope");
    Files.delete(link);
    Files.delete(secret);
  }
}
