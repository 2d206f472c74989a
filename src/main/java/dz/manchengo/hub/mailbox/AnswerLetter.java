package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.notices.Letter;
import dz.manchengo.hub.platform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The mail that says of each file what happened to it, with the workbooks. */
@Component
class AnswerLetter {
  private final Texts texts;

  AnswerLetter(@Value("${hub.language}") Locale language) {
    this.texts = new Texts(language);
  }

  Letter to(MailLog.Unanswered mail, List<MailLog.Outcome> outcomes) {
    boolean known = mail.messageId() != null && !mail.messageId().isEmpty();
    return new Letter(
        List.of(mail.sender()),
        subject(mail.subject()),
        text(outcomes),
        html(outcomes),
        known ? mail.messageId() : Letter.NO_ID,
        mail.thread(),
        outcomes.stream().map(AnswerLetter::enclosure).toList());
  }

  private String subject(String subject) {
    String words = subject.isBlank() ? texts.get("answer.no-subject") : subject;
    return words.regionMatches(true, 0, "Re:", 0, 3) ? words : "Re: " + words;
  }

  private String text(List<MailLog.Outcome> outcomes) {
    return texts.get("answer.greeting")
        + "\n\n"
        + outcomes.stream()
            .map(outcome -> "- " + outcome.name() + "\n  " + outcome.sentence())
            .collect(Collectors.joining("\n\n"))
        + "\n\n"
        + texts.get("answer.enclosed")
        + "\n\n"
        + texts.get("answer.automatic")
        + "\n";
  }

  private String html(List<MailLog.Outcome> outcomes) {
    return "<p>"
        + escaped(texts.get("answer.greeting"))
        + "</p>\n<table cellpadding=\"6\" style=\"border-collapse:collapse\">\n"
        + outcomes.stream()
            .map(
                outcome ->
                    "<tr style=\"border-top:1px solid #ccc;vertical-align:top\"><td><b>"
                        + escaped(outcome.name())
                        + "</b></td><td>"
                        + escaped(outcome.sentence())
                        + "</td></tr>\n")
            .collect(Collectors.joining())
        + "</table>\n<p>"
        + escaped(texts.get("answer.enclosed"))
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
