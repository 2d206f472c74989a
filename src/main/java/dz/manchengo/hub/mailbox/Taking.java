package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.intake.Bytes;
import dz.manchengo.hub.intake.Delivery;
import dz.manchengo.hub.intake.Inbox;
import dz.manchengo.hub.intake.PairArchive;
import dz.manchengo.hub.platform.Failpoint;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One walk through a kept mail; what is a submission already stays what it is. */
final class Taking implements MailParts.Visitor, Closeable {
  private static final String CHANNEL = "EMAIL";

  /** Bytes of a {@code winmail.dat}, which is opened in memory. */
  private static final int WINMAIL_LIMIT = 20 << 20;

  /** The mail itself among its parts, when all that can be said is said of the mail. */
  static final String WHOLE = "0";

  private static final String MAIL = "message.eml";

  /** Those of one mail that are too many, as a file of its own: it is refused, the others not. */
  private static final String UNREAD = "pieces-jointes-non-lues";

  /** Names in one sentence. */
  private static final int MOST_NAMES = 20;

  private final MailLog.Mail mail;
  private final Mailbox.Rule rule;
  private final int limit;
  private final MailLog mails;
  private final Inbox inbox;
  private final Halves halves;
  private final Locale language;
  private final List<MailPart> encrypted = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private int files;
  private boolean whole = true;

  Taking(
      MailLog.Mail mail,
      Mailbox.Rule rule,
      int limit,
      MailLog mails,
      Inbox inbox,
      Halves halves,
      Locale language) {
    this.mail = mail;
    this.rule = rule;
    this.limit = limit;
    this.mails = mails;
    this.inbox = inbox;
    this.halves = halves;
    this.language = language;
  }

  @Override
  public void visit(MailPart part, InputStream bytes) throws IOException, UnreadableMail {
    switch (part.kind()) {
      case FILE, MAIL -> take(part, bytes); // a mail that was saved is read where it is one
      case TNEF -> WinmailDat.read(part, bytes, WINMAIL_LIMIT, this::take);
      case ENCRYPTED -> encrypted.add(part);
      case OTHER -> {}
    }
  }

  private void take(MailPart part, InputStream bytes) throws IOException {
    if (++files > limit) {
      unread.add(files - limit <= MOST_NAMES ? part.fileName() : "…");
    } else if (!halves.keep(part, bytes)) {
      submit(part, bytes::transferTo);
    }
  }

  /**
   * The mail is over: now it is known which files complete each other.
   *
   * @param ended whether none of them may lack its end
   */
  void end(boolean ended) throws IOException {
    whole = ended;
    for (List<Halves.Half> group : halves.groups()) {
      if (group.size() > 1) {
        submit(group);
      } else {
        submit(group.get(0).part(), out -> Files.copy(group.get(0).content(), out));
      }
    }
  }

  private void submit(MailPart part, Bytes bytes) throws IOException {
    submit(part.path(), delivery(part.path(), part.fileName(), List.of()), bytes);
  }

  private void submit(List<Halves.Half> pair) throws IOException {
    String path = joined(pair, "+", half -> half.part().path());
    String name = joined(pair, " + ", Halves.Half::fileName);
    List<String> parts = pair.stream().map(half -> mail.delivery(half.part().path())).toList();
    PairArchive archive =
        new PairArchive(
            pair.stream()
                .map(half -> new PairArchive.Member(half.fileName(), half.content()))
                .toList());
    submit(path, delivery(path, name, parts), archive);
  }

  private static String joined(
      List<Halves.Half> pair, String by, Function<Halves.Half, String> word) {
    return pair.stream().map(word).collect(Collectors.joining(by));
  }

  private void submit(String path, Delivery delivery, Bytes bytes) throws IOException {
    mails.announce(mail, path, delivery.name(), null);
    if (inbox.knows(delivery)) {
      return;
    }
    inbox.receive(delivery, bytes, () -> true);
    if (!inbox.knows(delivery)) {
      throw new IOException("the inbox has to be asked again"); // see Inbox.submit
    }
    Failpoint.ATTACHMENT_RECEIVED.reach();
  }

  private Delivery delivery(String path, String name, List<String> parts) {
    return new Delivery(mail.delivery(path), CHANNEL, rule.into(), name, rule.preview(), parts);
  }

  boolean isEmpty() {
    return files == 0 && encrypted.isEmpty();
  }

  /** What becomes of the mail when all its files are taken. */
  MailLog.Status verdict(String subject) {
    if (files > limit) {
      refuse(WHOLE, UNREAD, tooMany());
    } else if (!whole) {
      refuseWhole(
          RuleBook.finding("FIL-038", Place.FILE, null, "reason", "reason.mail.cut", "limit", 0));
    } else if (files == 0) {
      refuseWhole(
          RuleBook.finding(
              encrypted.isEmpty() ? "FIL-036" : "FIL-037",
              Place.FILE,
              null,
              "subject",
              subject.isBlank() ? "reason.mail.no-subject" : subject));
      return MailLog.Status.REFUSED;
    }
    encrypted.stream().limit(limit).forEach(this::refuse);
    return MailLog.Status.TAKEN;
  }

  private Finding tooMany() {
    String names = unread.stream().limit(MOST_NAMES + 1L).collect(Collectors.joining(", "));
    return RuleBook.finding(
        "FIL-039", Place.FILE, null, "n", files, "limit", limit, "names", names);
  }

  /** What was announced and never became a submission: no answer would ever come for it. */
  void forgetUnreceived() {
    for (String part : mails.unansweredParts(mail)) {
      if (!inbox.knows(delivery(part, "", List.of()))) {
        mails.forget(mail, part);
      }
    }
  }

  /** One sentence about the mail itself. */
  void refuseWhole(Finding finding) {
    refuse(WHOLE, MAIL, finding);
  }

  private void refuse(MailPart part) {
    refuse(
        part.path(),
        part.fileName(),
        RuleBook.finding("FIL-037", Place.FILE, null, "subject", part.fileName()));
  }

  private void refuse(String path, String name, Finding finding) {
    Delivery delivery = delivery(path, name, List.of());
    mails.announce(
        mail, path, name, path.equals(WHOLE) ? RuleBook.message(finding, language) : null);
    if (!inbox.knows(delivery)) {
      inbox.refuse(delivery, finding);
    }
  }

  @Override
  public void close() throws IOException {
    halves.close();
  }
}
