package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Texts;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Files of the hub's home that go with a letter. One that is gone or too large does not keep the
 * letter back: it says so instead.
 */
@Component
class Enclosures {
  private final HubHome home;
  private final SmtpSettings settings;
  private final Texts texts;

  Enclosures(HubHome home, SmtpSettings settings, @Value("${hub.language}") Locale language) {
    this.home = home;
    this.settings = settings;
    this.texts = new Texts(language);
  }

  /** The letter with a sentence for each file that does not go with it. */
  Letter told(Letter letter) {
    List<String> sentences =
        letter.enclosures().stream().filter(e -> !goes(e)).map(this::sentence).toList();
    if (sentences.isEmpty()) {
      return letter;
    }
    return new Letter(
        letter.to(),
        letter.subject(),
        letter.text() + sentences.stream().map(s -> "\n\n" + s).collect(Collectors.joining()),
        letter.html()
            + sentences.stream()
                .map(s -> "\n<p>" + HtmlUtils.htmlEscape(s, "UTF-8") + "</p>")
                .collect(Collectors.joining()),
        letter.inReplyTo(),
        letter.references(),
        letter.enclosures());
  }

  /** Those that go. */
  List<MimeBodyPart> parts(Letter letter) throws MessagingException {
    List<MimeBodyPart> parts = new ArrayList<>();
    for (Letter.Enclosure enclosure : letter.enclosures()) {
      if (goes(enclosure)) {
        parts.add(part(enclosure));
      }
    }
    return parts;
  }

  private String sentence(Letter.Enclosure enclosure) {
    return isThere(enclosure)
        ? texts.get("notice.enclosure.large", enclosure.name())
        : texts.get("notice.enclosure.gone", enclosure.name());
  }

  private boolean goes(Letter.Enclosure enclosure) {
    try {
      return isThere(enclosure) && Files.size(file(enclosure)) <= settings.enclosures().toBytes();
    } catch (IOException e) {
      return false;
    }
  }

  /** What lies elsewhere is not ours to send. */
  private boolean isThere(Letter.Enclosure enclosure) {
    Path file = file(enclosure);
    return file.startsWith(home.path()) && Files.isRegularFile(file);
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
