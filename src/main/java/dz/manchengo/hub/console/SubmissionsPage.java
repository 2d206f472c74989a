package dz.manchengo.hub.console;

import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The latest submissions on one page, and the answer for balancers. */
@RestController
class SubmissionsPage {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

  private final JdbcClient db;
  private final Texts texts;
  private final ZoneId zone;
  private final String frame;

  SubmissionsPage(
      JdbcClient db,
      @Value("${hub.language}") Locale language,
      @Value("${hub.zone}") ZoneId zone,
      @Value("classpath:console/submissions.html") Resource frame)
      throws IOException {
    this.frame = frame.getContentAsString(StandardCharsets.UTF_8);
    this.db = db;
    this.texts = new Texts(language);
    this.zone = zone;
  }

  record Line(
      long id,
      OffsetDateTime receivedAt,
      String folder,
      String originalName,
      @Nullable String feed,
      String status,
      int rowsRead,
      int rowsRefused,
      int documents,
      BigDecimal totalTtc,
      @Nullable String reason) {}

  @GetMapping(value = "/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page() {
    List<Line> lines = db.sql(Sql.file("console/latest_submissions.sql")).query(Line.class).list();
    StringBuilder rows = new StringBuilder();
    lines.forEach(line -> row(rows, line));
    StringBuilder columns = new StringBuilder();
    for (String column : texts.get("console.columns").split("\\|", -1)) {
      columns.append("<th>").append(HtmlUtils.htmlEscape(column, "UTF-8")).append("</th>");
    }
    String html =
        frame
            .replace("{language}", texts.get("console.language"))
            .replace("{title}", texts.get("console.title"))
            .replace("{columns}", columns)
            .replace("{rows}", rows);
    return ResponseEntity.ok()
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .header("X-Content-Type-Options", "nosniff")
        .body(html);
  }

  @GetMapping("/api/health")
  Map<String, String> health() {
    return Map.of("status", "UP");
  }

  private void row(StringBuilder html, Line line) {
    html.append("<tr class=\"").append(line.status()).append("\">");
    cell(html, line.id());
    cell(html, TIME.format(line.receivedAt().atZoneSameInstant(zone)));
    cell(html, line.folder());
    cell(html, line.originalName());
    cell(html, line.feed());
    cell(html, line.status());
    cell(html, line.rowsRead());
    cell(html, line.rowsRefused());
    cell(html, line.documents());
    cell(html, line.totalTtc());
    cell(html, line.reason());
    html.append("</tr>");
  }

  /** Everything shown came from outside. */
  private static void cell(StringBuilder html, @Nullable Object value) {
    String text = value == null ? "" : HtmlUtils.htmlEscape(value.toString(), "UTF-8");
    html.append("<td>").append(text).append("</td>");
  }
}
