package dz.manchengo.hub.scenario;

import dz.manchengo.hub.platform.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The mailboxes that the shared hub reads. */
final class Mailboxes {
  private Mailboxes() {}

  static void settings(DynamicPropertyRegistry registry) {
    String box = box(registry, "later", MailScenario.LATER);
    registry.add(box + "password-file", MailScenario.LATER_FILE::toString);
    registry.add(box + "allowed-senders", () -> "*");
    box = box(registry, "tokenless", MailScenario.TOKENLESS);
    registry.add(
        box + "oauth2.token-uri", () -> "http://127.0.0.1:" + MailScenario.TOKEN_PORT + "/token");
    registry.add(box + "oauth2.client-id", () -> "hub-of-tokenless");
    registry.add(box + "allowed-senders", () -> "*");
    box = box(registry, "renumbered", MailScenario.RENUMBERED);
    registry.add(box + "password", () -> MailScenario.PASSWORD);
    registry.add(box + "folder", () -> MailScenario.RENUMBERED_FOLDER);
    registry.add(box + "allowed-senders", () -> "*");
    registry.add(box + "into", () -> "invoices");
    box = box(registry, "factures", MailScenario.ADDRESS);
    registry.add(box + "password", () -> MailScenario.PASSWORD);
    registry.add(box + "allowed-senders", () -> "@fournisseur.test,achats@client.test");
    registry.add(box + "rules[0].subject", () -> "essai");
    registry.add(box + "rules[0].into", () -> "invoices");
    registry.add(box + "rules[0].preview", () -> "true");
    registry.add(box + "rules[1].from", () -> "achats@client.test");
    registry.add(box + "rules[1].into", () -> "orders");
    registry.add(box + "into", () -> "invoices");
    box = box(registry, "anybody", MailScenario.ANYBODY);
    registry.add(box + "password", () -> MailScenario.PASSWORD);
    registry.add(box + "allowed-senders", () -> "*");
    guarded(registry);
    box = box(registry, "careful", MailScenario.CAREFUL);
    registry.add(box + "port", MailServer::refusingImapPort);
    registry.add(box + "password-file", MailScenario.PASSWORD_FILE::toString);
    registry.add(box + "allowed-senders", () -> "@client.test");
    try {
      Files.writeString(MailScenario.PASSWORD_FILE, MailScenario.PASSWORD + "\n");
      Files.copy(ServerCertificate.PEM, MailScenario.TRUSTED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void guarded(DynamicPropertyRegistry registry) {
    String box = box(registry, "guarded", MailScenario.GUARDED);
    MailServer.user(MailScenario.GUARDED, "token-1");
    WebhookWitness.answer(
        MailScenario.CLIENT, MailScenario.token("token-1"), MailScenario.token("token-2"));
    registry.add(box + "port", MailServer::imapsPort);
    registry.add(box + "security", () -> "tls");
    registry.add(box + "trusted-certificates", MailScenario.TRUSTED::toString);
    registry.add(box + "allowed-senders", () -> "*");
    registry.add(box + "oauth2.token-uri", () -> WebhookWitness.url("/token"));
    registry.add(box + "oauth2.client-id", () -> MailScenario.CLIENT);
    registry.add(box + "oauth2.client-secret", () -> "s&cret");
    registry.add(box + "oauth2.scope", () -> "imap");
  }

  private static String box(DynamicPropertyRegistry registry, String name, String address) {
    MailServer.user(address, MailScenario.PASSWORD);
    String box = "hub.mail.mailboxes." + name + ".";
    registry.add(box + "host", () -> "127.0.0.1");
    registry.add(box + "port", MailServer::imapPort);
    registry.add(box + "security", () -> "none");
    registry.add(box + "username", () -> address);
    return box;
  }
}
