package dz.manchengo.hub.notices;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A letter as it goes over the wire to one of its recipients. It is the same at every attempt: the
 * Message-ID tells a receiver that it has it already.
 */
final class LetterMessage extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** RFC 5322 with the laxity of real mails; nothing in it can end a header line. */
  private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,250}>");

  private static final Pattern OWN = Pattern.compile("<[0-9a-f]{64}>");

  private static final int MOST_REFERENCES = 20;

  private final String id;
  private final InternetAddress recipient;

  /**
   * Writes the letter down.
   *
   * @throws MessagingException if the recipient's address is none
   */
  LetterMessage(
      Session session,
      Waiting.Waiter waiter,
      Letter letter,
      InternetAddress from,
      List<MimeBodyPart> enclosures)
      throws MessagingException {
    super(session);
    this.id = "<" + waiter.identity() + "@" + domain(from) + ">";
    this.recipient = strict(waiter.target());
    setFrom(from);
    for (String to : letter.to()) {
      show(to);
    }
    setSubject(letter.subject(), UTF_8);
    setSentDate(Date.from(waiter.createdAt().toInstant()));
    conversation(letter);
    setHeader("X-Auto-Response-Suppress", "All");
    setContent(body(letter, enclosures));
  }

  /** Whom this copy is for; the others have copies of their own. */
  @Override
  public Address[] getAllRecipients() {
    return new Address[] {recipient};
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  /** What is no Message-ID by itself would break the header that it is put in. */
  private void conversation(Letter letter) throws MessagingException {
    setHeader("Auto-Submitted", letter.inReplyTo() == null ? "auto-generated" : "auto-replied");
    List<String> before = ids(letter.references().stream().map(this::whole));
    List<String> answered =
        letter.inReplyTo() == null ? last(before) : ids(Stream.of(letter.inReplyTo()));
    if (!answered.isEmpty()) {
      setHeader("In-Reply-To", answered.get(0));
    }
    List<String> references = before.isEmpty() ? answered : before;
    if (!references.isEmpty()) {
      int first = Math.max(0, references.size() - MOST_REFERENCES);
      setHeader("References", String.join("\r\n ", references.subList(first, references.size())));
    }
  }

  /** A letter of our own is known by what stands before the domain. */
  private String whole(String reference) {
    return OWN.matcher(reference).matches()
        ? reference.replace(">", id.substring(id.indexOf('@')))
        : reference;
  }

  private static List<String> last(List<String> ids) {
    return ids.subList(Math.max(0, ids.size() - 1), ids.size());
  }

  private static List<String> ids(Stream<String> given) {
    return given.filter(id -> MESSAGE_ID.matcher(id).matches()).toList();
  }

  private static MimeMultipart body(Letter letter, List<MimeBodyPart> enclosures)
      throws MessagingException {
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(text(letter.text(), "plain"));
    alternatives.addBodyPart(text(letter.html(), "html"));
    if (enclosures.isEmpty()) {
      return alternatives;
    }
    MimeBodyPart first = new MimeBodyPart();
    first.setContent(alternatives);
    MimeMultipart mixed = new MimeMultipart("mixed");
    mixed.addBodyPart(first);
    for (MimeBodyPart enclosure : enclosures) {
      mixed.addBodyPart(enclosure);
    }
    return mixed;
  }

  private static MimeBodyPart text(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  /** One mailbox with a domain: no list, no comment, no name that nobody gave. */
  private static InternetAddress strict(String address) throws AddressException {
    InternetAddress strict = new InternetAddress(address, true);
    if (!strict.getAddress().equals(address) || address.indexOf('@') < 1) {
      throw new AddressException("not a plain address", address);
    }
    return strict;
  }

  /** A bad address of somebody else is no obstacle for this recipient. */
  private void show(String address) throws MessagingException {
    try {
      addRecipient(Message.RecipientType.TO, strict(address));
    } catch (AddressException e) {
      // its own copy is parked and says so
    }
  }

  private static String domain(InternetAddress from) {
    return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
  }
}
