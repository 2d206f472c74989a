package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.intake.Acknowledged;
import dz.manchengo.hub.notices.Letter;
import dz.manchengo.hub.notices.Outbox;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Answers a mail once, when all its files have their answer. */
@Component
class MailAnswers {
  private static final Set<String> NOT_YET = Set.of("RECEIVED", "POSTING", "FAILED");

  private final MailLog mails;
  private final AnswerLetter letter;
  private final Outbox outbox;

  MailAnswers(MailLog mails, AnswerLetter letter, Outbox outbox) {
    this.mails = mails;
    this.letter = letter;
    this.outbox = outbox;
  }

  /** In the transaction that records the answer of one of its files. */
  @EventListener
  void acknowledged(Acknowledged file) {
    if (!file.channel().equals("EMAIL") || NOT_YET.contains(file.status())) {
      return;
    }
    long mail = MailLog.Mail.of(file.delivery());
    mails.lock(mail);
    mails.answered(file.delivery(), file.sentence().get(), file.acknowledgement());
    answer(mail);
  }

  /** In the transaction that ends a mail: its files may have been answered before. */
  void answer(long mail) {
    mails
        .unanswered(mail)
        .ifPresent(
            to -> {
              Letter reply = letter.to(to, mails.outcomes(mail));
              outbox.send("mail:" + mail, reply);
            });
  }
}
