package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.intake.Destinations;
import dz.manchengo.hub.intake.DoorLease;
import dz.manchengo.hub.intake.Doors;
import dz.manchengo.hub.platform.KnownSettings;
import dz.manchengo.hub.platform.StartCheck;
import dz.manchengo.hub.platform.TrustedCertificates;
import jakarta.mail.Session;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the route {@code intake-mail} once for each configured mailbox. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailboxRoutes implements SmartInitializingSingleton {
  static final String ROUTE = "intake-mail";

  /** Bytes of a mail that are asked for at a time. */
  private static final String PORTION = "1048576";

  private final MailSettings settings;
  private final CamelContext camel;
  private final Doors doors;
  private final DoorLease lease;
  private final Destinations destinations;
  private final MailboxReasons reasons;
  private final StartCheck start;
  private final KnownSettings known;

  MailboxRoutes(
      MailSettings settings,
      CamelContext camel,
      Doors doors,
      DoorLease lease,
      Destinations destinations,
      MailboxReasons reasons,
      StartCheck start,
      KnownSettings known) {
    this.settings = settings;
    this.camel = camel;
    this.doors = doors;
    this.lease = lease;
    this.destinations = destinations;
    this.reasons = reasons;
    this.start = start;
    this.known = known;
  }

  /** Before anything starts, and where nothing else fails because of it. */
  @Override
  public void afterSingletonsInstantiated() {
    known.require("hub.mail.mailboxes", Bindable.mapOf(String.class, Mailbox.class));
    MailboxCheck.require(start, settings);
    settings.boxes().forEach(this::check);
  }

  /** What fails here stops the hub. Camel's own event of its start would swallow it. */
  @EventListener(ApplicationStartedEvent.class)
  void open() throws Exception {
    doors.open(Doors.Kind.MAILBOX, settings.boxes().keySet());
    for (Map.Entry<String, Mailbox> box : settings.boxes().entrySet()) {
      add(box.getKey(), box.getValue());
    }
  }

  /** The mailbox that a route reads. */
  static String mailbox(@Nullable String route) {
    return String.valueOf(route).substring(ROUTE.length() + 1);
  }

  private void check(String name, Mailbox mailbox) {
    String key = MailboxCheck.key(name);
    destinations.check(key + ".into", mailbox.into());
    for (int i = 0; i < mailbox.rules().size(); i++) {
      destinations.check(key + ".rules[" + i + "].into", mailbox.rules().get(i).into());
    }
  }

  private void add(String name, Mailbox mailbox) throws Exception {
    MailboxLogin login = new MailboxLogin(mailbox);
    String route = ROUTE + "-" + name;
    camel.getRegistry().bind(route + "-session", session(mailbox));
    camel.getRegistry().bind(route + "-login", login);
    camel
        .getRegistry()
        .bind(route + "-watch", new MailboxWatch(name, mailbox, login, doors, lease, reasons));
    camel.addRouteFromTemplate(
        route,
        ROUTE,
        Map.of(
            "protocol", mailbox.security().protocol(),
            "host", mailbox.host(),
            "port", mailbox.portOrUsual(),
            "folder", mailbox.folder(),
            "beans", route));
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
