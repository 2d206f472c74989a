package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.intake.Destinations;
import dz.manchengo.hub.intake.Doors;
import dz.manchengo.hub.platform.TrustedCertificates;
import jakarta.mail.Session;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the route {@code intake-mail} once for each configured mailbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailboxRoutes implements CamelContextConfiguration {
  static final String ROUTE = "intake-mail";

  /** Bytes of a mail that are asked for at a time. */
  private static final String PORTION = "1048576";

  private final MailSettings settings;
  private final Doors doors;
  private final Destinations destinations;
  private final MailboxReasons reasons;

  MailboxRoutes(
      MailSettings settings, Doors doors, Destinations destinations, MailboxReasons reasons) {
    this.settings = settings;
    this.doors = doors;
    this.destinations = destinations;
    this.reasons = reasons;
  }

  @Override
  public void beforeApplicationStart(CamelContext camel) {}

  @Override
  public void afterApplicationStart(CamelContext camel) {
    doors.open(Doors.Kind.MAILBOX, settings.boxes().keySet());
    settings.boxes().forEach((name, mailbox) -> add(camel, name, mailbox));
  }

  /** The mailbox that a route reads. */
  static String mailbox(@Nullable String route) {
    return String.valueOf(route).substring(ROUTE.length() + 1);
  }

  private void add(CamelContext camel, String name, Mailbox mailbox) {
    String key = "hub.mail.mailboxes." + name;
    destinations.check(key + ".into", mailbox.into());
    for (int i = 0; i < mailbox.rules().size(); i++) {
      destinations.check(key + ".rules[" + i + "].into", mailbox.rules().get(i).into());
    }
    MailboxLogin login = new MailboxLogin(mailbox);
    String route = ROUTE + "-" + name;
    camel.getRegistry().bind(route + "-session", session(mailbox));
    camel.getRegistry().bind(route + "-login", login);
    camel
        .getRegistry()
        .bind(route + "-watch", new MailboxWatch(name, mailbox, login, doors, reasons));
    try {
      camel.addRouteFromTemplate(
          route,
          ROUTE,
          Map.of(
              "protocol", mailbox.security().protocol(),
              "host", mailbox.host(),
              "port", mailbox.portOrUsual(),
              "folder", mailbox.folder(),
              "beans", route));
    } catch (Exception e) {
      throw new IllegalStateException("mailbox " + name + ": " + e.getMessage(), e);
    }
  }

  private Session session(Mailbox mailbox) {
    String prefix = "mail." + mailbox.security().protocol() + ".";
    Properties properties = new Properties();
    String timeout = Long.toString(settings.timeout().toMillis());
    properties.put(prefix + "connectiontimeout", timeout);
    properties.put(prefix + "timeout", timeout);
    properties.put(prefix + "writetimeout", timeout);
    properties.put(prefix + "fetchsize", PORTION);
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "folder.class", OpenedFolder.class.getName());
    if (mailbox.trustedCertificates() != null) {
      properties.put(
          prefix + "ssl.socketFactory", TrustedCertificates.only(mailbox.trustedCertificates()));
      // or whomever Java trusts would do where these certificates do not
      properties.put(prefix + "socketFactory.fallback", "false");
    }
    if (mailbox.security() == Mailbox.Security.STARTTLS) {
      properties.put(prefix + "starttls.enable", "true");
      properties.put(prefix + "starttls.required", "true");
    }
    if (mailbox.oauth2() != null) {
      properties.put(prefix + "auth.mechanisms", "XOAUTH2");
    }
    return Session.getInstance(properties);
  }
}
