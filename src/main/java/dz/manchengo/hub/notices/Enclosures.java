package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Texts;
import dz.manchengo.hub.platform.Tickets;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Files of the hub's home that go with a letter. One that is gone or too large does not keep the
 * letter back: it says so instead.
 */
@Component
class Enclosures {
  private static final Pattern REPORT = Pattern.compile("reports/[^/]+/[^/]+");

  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  /** So long a link can be followed by whoever got it, without a key of the API. */
  private static final Duration LINKS = Duration.ofDays(30);

  private final HubHome home;
  private final SmtpSettings settings;
  private final String address;
  private final Tickets tickets;
  private final Clock clock;
  private final Texts texts;

  Enclosures(
      HubHome home,
      SmtpSettings settings,
      @Value("${hub.public-address}") String address,
      Tickets tickets,
      Clock clock,
      @Value("${hub.language}") Locale language) {
    this.home = home;
    this.settings = settings;
    this.address = address.strip().replaceFirst("/+$", "");
    this.tickets = tickets;
    this.clock = clock;
    this.texts = new Texts(language);
  }

  /** A letter that says what does not go with it, and what does. */
  record Packed(Letter letter, List<MimeBodyPart> parts) {}

  /** Takes in order what servers bear in one mail. */
  Packed pack(Letter letter) throws MessagingException {
    List<String> sentences = new ArrayList<>();
    List<MimeBodyPart> parts = new ArrayList<>();
    long room = settings.enclosures().toBytes();
    for (Letter.Enclosure enclosure : letter.enclosures()) {
      long size = size(enclosure);
      if (size < 0) {
        sentences.add(texts.get("notice.enclosure.gone", enclosure.name()));
      } else if (size > room) {
        sentences.add(large(enclosure));
      } else {
        parts.add(part(enclosure));
        room -= size;
      }
    }
    return new Packed(sentences.isEmpty() ? letter : with(sentences, letter), parts);
  }

  private static Letter with(List<String> sentences, Letter letter) {
    StringBuilder text = new StringBuilder(letter.text());
    StringBuilder html = new StringBuilder(letter.html());
    for (String sentence : sentences) {
      text.append("\n\n").append(sentence);
      String escaped = HtmlUtils.htmlEscape(sentence, "UTF-8");
      html.append("\n<p>")
          .append(LINK.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>"))
          .append("</p>");
    }
    return new Letter(
        letter.to(),
        letter.subject(),
        text.toString(),
        html.toString(),
        letter.inReplyTo(),
        letter.references(),
        letter.enclosures());
  }

  /** Where it is to be had: by a link, if it is a job's workbook and the hub knows its address. */
  private String large(Letter.Enclosure enclosure) {
    if (address.isEmpty() || !REPORT.matcher(enclosure.path()).matches()) {
      return texts.get("notice.enclosure.large", enclosure.name(), enclosure.path());
    }
    Instant until = clock.instant().plus(LINKS);
    String link =
        UriComponentsBuilder.fromUriString(address)
            .path("/api/v1/report-files")
            .queryParam("ticket", tickets.of(enclosure.path(), until))
            .encode()
            .toUriString();
    return texts.get(
        "notice.enclosure.link",
        enclosure.name(),
        Days.of(LocalDate.ofInstant(until, clock.getZone())),
        link);
  }

  /** Bytes; less than none if it is not there, or lies elsewhere: that is not ours to send. */
  private long size(Letter.Enclosure enclosure) {
    Path file = file(enclosure);
    try {
      boolean ours = file.startsWith(home.path()) && Files.isRegularFile(file);
      return ours ? Files.size(file) : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private Path file(Letter.Enclosure enclosure) {
    return home.resolve(enclosure.path()).normalize();
  }

  private MimeBodyPart part(Letter.Enclosure enclosure) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new Contents(file(enclosure), enclosure.name())));
    part.setFileName(enclosure.name());
    // said here, or the whole file would be read to choose one
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** Read while it is sent. */
  private record Contents(Path file, String name) implements DataSource {
    @Override
    public InputStream getInputStream() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String getContentType() {
      return name.endsWith(".xlsx")
          ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          : "application/octet-stream";
    }

    @Override
    public String getName() {
      return name;
    }
  }
}
