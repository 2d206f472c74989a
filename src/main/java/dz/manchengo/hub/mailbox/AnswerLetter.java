package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.notices.Letter;
import dz.manchengo.hub.platform.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The mail that says of each file what happened to it, with the workbooks. */
@Component
class AnswerLetter {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final Texts texts;
  private final ZoneId zone;

  AnswerLetter(@Value("${hub.language}") Locale language, @Value("${hub.zone}") ZoneId zone) {
    this.texts = new Texts(language);
    this.zone = zone;
  }

  /** One line of it: what is meant, and what became of it. */
  private record Line(String name, String sentence) {}

  Letter to(MailLog.Unanswered mail, List<MailLog.Outcome> outcomes) {
    boolean known = mail.messageId() != null && !mail.messageId().isEmpty();
    List<Line> lines = outcomes.stream().map(outcome -> line(mail, outcomes, outcome)).toList();
    boolean files = outcomes.stream().anyMatch(outcome -> !outcome.whole());
    String greeting = texts.get(files ? "answer.greeting" : "answer.greeting.mail");
    String enclosed = texts.get(files ? "answer.enclosed" : "answer.enclosed.mail");
    return new Letter(
        List.of(mail.sender()),
        subject(mail.subject()),
        text(greeting, lines, enclosed),
        html(greeting, lines, enclosed),
        known ? mail.messageId() : Letter.NO_ID,
        mail.thread(),
        outcomes.stream().map(AnswerLetter::enclosure).toList());
  }

  private String subject(String subject) {
    String words = subject.isBlank() ? texts.get("answer.no-subject") : subject;
    return words.regionMatches(true, 0, "Re:", 0, 3) ? words : "Re: " + words;
  }

  private Line line(
      MailLog.Unanswered mail, List<MailLog.Outcome> outcomes, MailLog.Outcome outcome) {
    if (outcome.whole()) {
      String sentence = outcome.sentence().replaceFirst("\\.$", "");
      return new Line(
          mail(mail),
          texts.get(outcomes.size() > 1 ? "answer.mail.partly" : "answer.mail.refused", sentence));
    }
    boolean alone =
        outcomes.stream().filter(other -> other.name().equals(outcome.name())).count() == 1;
    return new Line(
        alone ? outcome.name() : outcome.name() + " (" + enclosure(outcome).name() + ")",
        outcome.sentence());
  }

  private String mail(MailLog.Unanswered mail) {
    String moment = MOMENT.format(mail.seenAt().atZone(zone));
    return mail.subject().isBlank()
        ? texts.get("answer.mail.bare", moment)
        : texts.get("answer.mail", mail.subject(), moment);
  }

  private String text(String greeting, List<Line> lines, String enclosed) {
    return greeting
        + "\n\n"
        + lines.stream()
            .map(line -> "- " + line.name() + "\n  " + line.sentence())
            .collect(Collectors.joining("\n\n"))
        + "\n\n"
        + enclosed
        + "\n\n"
        + texts.get("answer.automatic")
        + "\n";
  }

  private String html(String greeting, List<Line> lines, String enclosed) {
    return "<p>"
        + escaped(greeting)
        + "</p>\n<table cellpadding=\"6\" style=\"border-collapse:collapse\">\n"
        + lines.stream()
            .map(
                line ->
                    "<tr style=\"border-top:1px solid #ccc;vertical-align:top\"><td><b>"
                        + escaped(line.name())
                        + "</b></td><td>"
                        + escaped(line.sentence())
                        + "</td></tr>\n")
            .collect(Collectors.joining())
        + "</table>\n<p>"
        + escaped(enclosed)
        + "</p>\n<p style=\"color:#666\">"
        + escaped(texts.get("answer.automatic"))
        + "</p>\n";
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  /** Named as beside the inbox, where the same name may stand with a number. */
  private static Letter.Enclosure enclosure(MailLog.Outcome outcome) {
    String path = outcome.answer();
    return new Letter.Enclosure(path.substring(path.lastIndexOf('/') + 1), path);
  }
}
