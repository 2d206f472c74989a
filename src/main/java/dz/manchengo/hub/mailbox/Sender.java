package dz.manchengo.hub.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who a mail says that it comes from. */
final class Sender {
  /** Words behind the address, which some programs read as the address: comments are none. */
  private static final Pattern MORE = Pattern.compile(">[^<>\"]*[^<>\"\\s(][^<>\"]*$");

  private Sender() {}

  /**
   * The one address that it comes from, in lower case; empty for none or several. Of the header
   * itself: servers fail to take broken mails apart.
   */
  static String of(Message message) throws MessagingException {
    String[] from = message.getHeader("From");
    return from == null || from.length != 1 ? "" : of(from[0]);
  }

  /** The same of a header's words. */
  static String of(String from) {
    try {
      InternetAddress[] addresses = InternetAddress.parseHeader(from, false);
      return addresses.length == 1 && !MORE.matcher(withoutComments(from)).find()
          ? plain(String.valueOf(addresses[0].getAddress()))
          : "";
    } catch (AddressException e) {
      return "";
    }
  }

  private static String withoutComments(String from) {
    return from.replaceAll("\\([^()]*\\)", "");
  }

  /** Of {@code a@b@c} nobody knows the domain. */
  private static String plain(String written) {
    return written.indexOf('@') == written.lastIndexOf('@') ? written.toLowerCase(Locale.ROOT) : "";
  }
}
