package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.KnownSettings;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.stereotype.Component;

/** A misspelt setting of the mail server or of a webhook stops the start. */
@Component
final class NoticesKeys {
  NoticesKeys(KnownSettings known) {
    known.require("hub.smtp", Bindable.of(SmtpSettings.class));
    known.require("hub.webhooks", Bindable.mapOf(String.class, Webhook.class));
  }
}
