package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.StartCheck;
import org.springframework.stereotype.Component;

/** Where letters and calls could never go out as they are set, the hub does not start. */
@Component("noticesCheck")
final class NoticesCheck {
  NoticesCheck(SmtpSettings smtp, Subscriptions subscriptions, StartCheck check) {
    check.require(
        !smtp.areUsable() || smtp.hasSender(),
        "hub.smtp.from",
        smtp.from().isBlank() ? null : smtp.from(),
        "setting.why.address");
    check.either("hub.smtp.password", smtp.password(), smtp.passwordFile());
    if (!smtp.username().isBlank()) {
      check.given("hub.smtp.password", smtp.password() + smtp.passwordFile());
    }
    subscriptions.webhooks().forEach((name, webhook) -> require(check, name, webhook));
  }

  /** A secret is not told, not even a wrong one. */
  private static void require(StartCheck check, String name, Webhook webhook) {
    String key = "hub.webhooks." + name;
    check.require(
        webhook.isPrivate(),
        key + ".url",
        webhook.url().toString().isEmpty() ? null : webhook.url(),
        "setting.why.webhook-url");
    for (String event : webhook.events()) {
      check.require(Webhook.isEvent(event), key + ".events", event, "setting.why.event");
    }
    check.either(key + ".secret", webhook.secret(), webhook.secretFile());
    check.require(
        webhook.hasSecret(),
        key + ".secret",
        webhook.secret().isBlank() ? null : "…",
        "setting.why.webhook-secret");
  }
}
