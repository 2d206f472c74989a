package dz.manchengo.hub.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/** What the headers of a kept mail say about answering it. */
final class MailHeaders {
  private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7E&&[^<>]]{1,250}>");

  /** Of mailing lists and mass mailings. */
  private static final Set<String> MASS = Set.of("bulk", "list", "junk", "auto_reply");

  private static final Pattern AUTOMATIC =
      Pattern.compile(
          "(?i)^\\s*(r[ée]ponse automatique|absence du bureau|message d.absence|automatic reply"
              + "|auto(matic)?[ -]?reply|out of( the)? office|undeliver|undelivered|delivery status"
              + "|mail delivery|non remis|[ée]chec de (la )?remise|retour de courrier"
              + "|(ال)?رد (ال)?تلقائي|automatische antwort|abwesenheit|respuesta autom[áa]tica"
              + "|risposta automatica)");

  private static final int MOST_REFERENCES = 20;

  /** What a server is asked for of a mail that is not fetched. */
  private static final List<String> ASKED =
      List.of(
          "Subject",
          "Message-ID",
          "References",
          "In-Reply-To",
          "Auto-Submitted",
          "Return-Path",
          "Content-Type",
          "Precedence",
          "List-Id",
          "List-Unsubscribe",
          "X-Auto-Response-Suppress",
          "X-Autoreply",
          "X-Autorespond",
          "X-Failed-Recipients");

  private static final int LONGEST_ASKED = 10_000;

  private static final int LONGEST_HEADER = 8 << 20;

  private static final Pattern END = Pattern.compile("\\r?\\n\\r?\\n");

  /** One of them, on not too many lines. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?mi)^(" + String.join("|", ASKED) + "):(.{0,2000}(?:\\r?\\n[ \\t].{0,2000}){0,40})");

  private final Map<String, List<String>> values;
  private @Nullable UnreadableMail end;

  private MailHeaders(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Of a mail that stays on the server: one line is asked for at a time, and not all of it kept.
   */
  static MailHeaders of(Message mail) throws MessagingException {
    Map<String, List<String>> values = new HashMap<>();
    for (String name : ASKED) {
      String[] given = mail.getHeader(name);
      if (given != null) {
        values.put(name.toLowerCase(Locale.ROOT), List.of(asked(given[0])));
      }
    }
    return new MailHeaders(values);
  }

  private static String asked(String given) {
    String text = MailText.of(given.getBytes(StandardCharsets.ISO_8859_1)).strip();
    return text.length() > LONGEST_ASKED ? text.substring(0, LONGEST_ASKED) : text;
  }

  /**
   * That they were read to their end.
   *
   * @throws UnreadableMail if not; what came before it is known all the same
   */
  void requireWhole() throws UnreadableMail {
    if (end != null) {
      throw end;
    }
  }

  static MailHeaders of(Path mail) throws IOException {
    Map<String, List<String>> values = new HashMap<>();
    MailHeaders headers = new MailHeaders(values);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(mail))) {
      MimeTokenStream stream = new MimeTokenStream(MailParts.LENIENT);
      stream.parse(in);
      for (EntityState state = stream.getState();
          state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM;
          state = stream.next()) {
        if (state == EntityState.T_FIELD) {
          Field field = MailText.field(stream.getField());
          values
              .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
              .add(String.valueOf(field.getBody()).strip());
        }
      }
    } catch (MimeException e) {
      headers.end = UnreadableMail.of(e);
      scan(mail, values);
    }
    return headers;
  }

  /** The lines that an answer needs, out of a header that is too long to be read as one. */
  private static void scan(Path mail, Map<String, List<String>> values) throws IOException {
    String begin;
    try (InputStream in = Files.newInputStream(mail)) {
      begin = MailText.of(in.readNBytes(LONGEST_HEADER));
    }
    Matcher end = END.matcher(begin);
    Matcher line = LINE.matcher(begin).region(0, end.find() ? end.start() : begin.length());
    while (line.find()) {
      values.putIfAbsent(
          line.group(1).toLowerCase(Locale.ROOT),
          List.of(line.group(2).replaceAll("\\R", "").strip()));
    }
  }

  String subject() {
    return MailText.words(first("subject"));
  }

  /** As its sender gave it, which proves nothing; empty when it is none that could be answered. */
  String messageId() {
    return ids("message-id").stream().findFirst().orElse("");
  }

  /** The conversation up to this mail, the last ones of a long one. */
  List<String> references() {
    List<String> all = new ArrayList<>(ids("references"));
    all.addAll(ids("message-id"));
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size()));
  }

  /** A bounce or a machine's answer: it may carry an answer of ours back, and is nobody's data. */
  boolean isEcho() {
    String submitted = first("auto-submitted").toLowerCase(Locale.ROOT);
    return submitted.startsWith("auto-replied")
        || first("return-path").replace(" ", "").equals("<>")
        || first("content-type").toLowerCase(Locale.ROOT).startsWith("multipart/report")
        || values.containsKey("x-autoreply")
        || values.containsKey("x-autorespond")
        || values.containsKey("x-failed-recipients");
  }

  /** Whether its subject says that nobody wrote it: such mails seldom have the header for it. */
  boolean isAutomatic() {
    return AUTOMATIC.matcher(subject()).find();
  }

  /** The mails that it answers. */
  List<String> inReplyTo() {
    return ids("in-reply-to");
  }

  /** Whether somebody waits for an answer: no list, no mass mailing, no machine. */
  boolean mayBeAnswered() {
    String submitted = first("auto-submitted");
    return (submitted.isEmpty() || submitted.equalsIgnoreCase("no"))
        && !values.containsKey("list-id")
        && !values.containsKey("list-unsubscribe")
        && !MASS.contains(first("precedence").toLowerCase(Locale.ROOT))
        && suppressed().isEmpty();
  }

  /** Microsoft's header; it may also speak of receipts only. */
  private String suppressed() {
    String words = first("x-auto-response-suppress").toLowerCase(Locale.ROOT);
    return words.contains("all") || words.contains("autoreply") ? words : "";
  }

  private String first(String name) {
    return values.getOrDefault(name, List.of("")).get(0);
  }

  private List<String> ids(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .flatMap(value -> MESSAGE_ID.matcher(value).results())
        .map(found -> found.group())
        .toList();
  }
}
