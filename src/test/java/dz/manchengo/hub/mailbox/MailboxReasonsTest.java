package dz.manchengo.hub.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.TrustedCertificates;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MailboxReasonsTest {
  private static final URI TOKENS = URI.create("https://tokens.example.dz:8443/token");

  private static final String RAW = "raw words of a server";

  private static final Mailbox BOX =
      new Mailbox(
          "imap.example.dz",
          0,
          Mailbox.Security.TLS,
          "/etc/hub/imap.pem",
          "ali",
          null,
          null,
          null,
          "INBOX",
          "Processed",
          "Rejected",
          List.of(),
          null,
          List.of(),
          "");

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new AuthenticationFailedException(RAW), "refuse l'identifiant"),
        Arguments.of(new MessagingException("* BYE Connection dropped by server?"), "a été coupée"),
        Arguments.of(
            new UncheckedIOException(new IOException(RAW)), "le mot de passe ou le jeton ne peut"),
        Arguments.of(
            new UncheckedIOException(NoToken.answered(TOKENS, "400 invalid_client")),
            "imap.example.dz:993 : le serveur de jetons tokens.example.dz:8443 n'en donne pas (il"
                + " répond 400 invalid_client)"),
        Arguments.of(
            new UncheckedIOException(NoToken.silent(TOKENS, new IOException(RAW))),
            "le serveur de jetons tokens.example.dz:8443 ne peut pas être joint"),
        Arguments.of(new FolderNotFoundException(null, RAW), "dossier « INBOX » n'existe pas"),
        Arguments.of(
            new MessagingException(RAW, new UnknownHostException(RAW)),
            "nom de serveur est inconnu"),
        Arguments.of(
            new MessagingException(
                RAW, caused(new SSLHandshakeException(RAW), new CertificateException(RAW))),
            "le certificat du serveur n'est pas reconnu"),
        Arguments.of(new MessagingException(RAW, new SSLException(RAW)), "ne parle pas TLS"),
        Arguments.of(
            new MessagingException("STARTTLS is required but host does not support STARTTLS"),
            "ne parle pas TLS"),
        Arguments.of(
            new MessagingException(RAW, new SocketTimeoutException(RAW)), "ne répond plus"),
        Arguments.of(
            new MailConnectException(
                new SocketConnectException(RAW, new IOException(RAW), "h", 1, 1)),
            "ne peut pas être joint"),
        Arguments.of(new MessagingException(RAW, new EOFException(RAW)), "a été coupée"),
        Arguments.of(
            new IllegalStateException(RAW, new MessagingException(RAW)), "n'ouvre pas le dossier"),
        Arguments.of(new MessagingException(RAW), "le journal du hub en dit la cause"));
  }

  private static Exception caused(Exception failure, Exception cause) {
    failure.initCause(cause);
    return failure;
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatKeepsAMailboxFromBeingReadIsASentenceOfOurOwn(Exception failure, String words) {
    String sentence = new MailboxReasons(Locale.FRENCH).locked(BOX, failure);
    assertThat(sentence).startsWith("imap.example.dz:993 : ").contains(words).doesNotContain(RAW);
    assertThat(new MailboxReasons(Locale.ENGLISH).locked(BOX, failure)).doesNotContain(RAW);
    assertThat(MailboxReasons.said(failure)).contains(failure.getMessage());
  }

  @Test
  void certificatesThatCannotBeReadAreNamed() {
    Exception unreadable = new IOException();
    try {
      TrustedCertificates.only("/nowhere.pem").createSocket("127.0.0.1", 1);
    } catch (IOException e) {
      unreadable = e;
    }
    assertThat(
            new MailboxReasons(Locale.FRENCH).locked(BOX, new MessagingException(RAW, unreadable)))
        .contains("le fichier /etc/hub/imap.pem des certificats");
  }
}
