package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.platform.Texts;
import dz.manchengo.hub.platform.TrustedCertificates;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What keeps a mailbox from being read, in one sentence for the people who run the hub. Servers and
 * libraries speak English and may say anything: their words are for the log.
 */
@Component
class MailboxReasons {
  private static final int LONGEST_WORDS = 200;

  private final Texts texts;

  MailboxReasons(@Value("${hub.language}") Locale language) {
    this.texts = new Texts(language);
  }

  /** Why it could not be looked into to the end. */
  String locked(Mailbox mailbox, Throwable failure) {
    List<Throwable> chain = chain(failure);
    if (isAmong(chain, TrustedCertificates.Unreadable.class)) {
      return say("certificates", mailbox, String.valueOf(mailbox.trustedCertificates()));
    }
    return chain.stream()
        .filter(NoToken.class::isInstance)
        .map(NoToken.class::cast)
        .findFirst()
        .map(none -> withoutToken(mailbox, none))
        .orElseGet(() -> say(word(chain), mailbox, mailbox.folder()));
  }

  private String withoutToken(Mailbox mailbox, NoToken none) {
    String key = none.isAnswered() ? "token-refused" : "token-silent";
    return texts.get(
        "mailbox.door." + key, place(mailbox), none.server(), String.valueOf(none.getMessage()));
  }

  /** That a mail stays in the mailbox although it was taken in, and what its server says to it. */
  String unmoved(Mailbox mailbox, Throwable failure) {
    List<Throwable> chain = chain(failure);
    String words = String.valueOf(chain.get(chain.size() - 1).getMessage());
    String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
    return texts.get(
        "mailbox.door.unmoved",
        place(mailbox),
        mailbox.processed(),
        mailbox.rejected(),
        line.substring(0, Math.min(line.length(), LONGEST_WORDS)));
  }

  /** That the hub has no place for what it reads: its disk is full, its archive closed. */
  String unkept(Mailbox mailbox) {
    return texts.get("mailbox.door.unkept", place(mailbox));
  }

  /** The first that fits; what is known best comes first. */
  private static String word(List<Throwable> chain) {
    if (isAmong(chain, AuthenticationFailedException.class)) {
      return "login";
    }
    if (isAmong(chain, UncheckedIOException.class)) {
      return "secret";
    }
    if (isAmong(chain, FolderNotFoundException.class)) {
      return "folder";
    }
    if (isAmong(chain, UnknownHostException.class)) {
      return "unknown-host";
    }
    if (isAmong(chain, CertificateException.class)) {
      return "certificate";
    }
    if (isAmong(chain, SSLException.class) || isWithoutTls(chain)) {
      return "tls";
    }
    if (isAmong(chain, SocketTimeoutException.class)) {
      return "silent";
    }
    if (isAmong(chain, MailConnectException.class) || isAmong(chain, ConnectException.class)) {
      return "unreachable";
    }
    if (isCut(chain)) {
      return "cut";
    }
    return isAmong(chain, IllegalStateException.class) ? "closed" : "failure";
  }

  /** STARTTLS was asked for. */
  private static boolean isWithoutTls(List<Throwable> chain) {
    return chain.stream().anyMatch(one -> String.valueOf(one.getMessage()).contains("STARTTLS"));
  }

  /** Whether the connection to the server was lost or fell silent. */
  static boolean isBroken(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return isCut(chain) || isAmong(chain, SocketTimeoutException.class);
  }

  private static boolean isCut(List<Throwable> chain) {
    return isAmong(chain, FolderClosedException.class)
        || isAmong(chain, StoreClosedException.class)
        || isAmong(chain, EOFException.class)
        || chain.stream().anyMatch(one -> String.valueOf(one.getMessage()).startsWith("* BYE"))
        || isAmong(chain, SocketException.class);
  }

  /** The words of all causes on one line. */
  static String said(Throwable failure) {
    return chain(failure).stream()
        .map(one -> one.toString().replaceAll("\\p{Cntrl}+", " "))
        .collect(Collectors.joining(" <- "));
  }

  private String say(String word, Mailbox mailbox, String what) {
    return texts.get("mailbox.door." + word, place(mailbox), what);
  }

  private static String place(Mailbox mailbox) {
    return mailbox.host() + ":" + mailbox.portOrUsual();
  }

  private static boolean isAmong(List<Throwable> chain, Class<? extends Throwable> type) {
    return chain.stream().anyMatch(type::isInstance);
  }

  /** Mail exceptions name the next one besides their cause. */
  private static List<Throwable> chain(Throwable first) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable one = first; one != null && !chain.contains(one); one = next(one)) {
      chain.add(one);
    }
    return chain;
  }

  private static @Nullable Throwable next(Throwable failure) {
    Exception next = failure instanceof MessagingException e ? e.getNextException() : null;
    return next != null ? next : failure.getCause();
  }
}
