package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.TrustedCertificates;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** One connection a letter, by our settings and nobody else's. */
@Component("smtp")
@DependsOn("noticesCheck")
class Smtp extends DefaultJavaMailSender {
  private static final Logger log = LoggerFactory.getLogger(Smtp.class);
  private static final String PREFIX = "mail.smtp.";

  private final SmtpSettings settings;

  /** The server could not be reached or does not let us in, whatever the letter. */
  static final class Away extends MessagingException {
    private static final long serialVersionUID = 1;

    Away(Exception cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }

  Smtp(SmtpSettings settings) {
    this.settings = settings;
    setSession(Session.getInstance(properties(settings)));
  }

  @Override
  public void send(MimeMessage message) throws MessagingException {
    Address[] recipients = message.getAllRecipients();
    message.saveChanges();
    Transport transport = getTransport(getSession());
    try {
      connect(transport);
      transport.sendMessage(message, recipients);
    } finally {
      close(transport);
    }
  }

  @Override
  protected Transport getTransport(Session session) throws jakarta.mail.NoSuchProviderException {
    return session.getTransport("smtp");
  }

  private void connect(Transport transport) throws Away {
    try {
      boolean login = !settings.username().isBlank();
      transport.connect(
          settings.host(),
          settings.port(),
          login ? settings.username() : null,
          login ? settings.currentPassword() : null);
    } catch (MessagingException | IOException e) {
      throw new Away(e);
    }
  }

  /** The letter was taken or refused before: how the connection ends is of no interest. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      log.debug("end of a connection: {}", e.getMessage());
    }
  }

  private static Properties properties(SmtpSettings settings) {
    Properties properties = new Properties();
    String timeout = Long.toString(settings.timeout().toMillis());
    properties.setProperty(PREFIX + "connectiontimeout", timeout);
    properties.setProperty(PREFIX + "timeout", timeout);
    properties.setProperty(PREFIX + "writetimeout", timeout);
    properties.setProperty(PREFIX + "quitwait", "false");
    if (settings.areUsable()) {
      properties.setProperty(PREFIX + "from", settings.sender().getAddress());
    }
    switch (settings.security()) {
      case STARTTLS -> properties.setProperty(PREFIX + "starttls.required", "true");
      case TLS -> properties.setProperty(PREFIX + "ssl.enable", "true");
      case NONE -> {}
    }
    properties.setProperty(
        PREFIX + "ssl.checkserveridentity", Boolean.toString(settings.checkCertificate()));
    if (!settings.checkCertificate()) {
      properties.setProperty(PREFIX + "ssl.trust", "*");
    } else if (!settings.trustedCertificates().isBlank()) {
      properties.put(
          PREFIX + "ssl.socketFactory", TrustedCertificates.only(settings.trustedCertificates()));
      // or whomever Java trusts would do where these certificates do not
      properties.setProperty(PREFIX + "socketFactory.fallback", "false");
    }
    return properties;
  }
}
