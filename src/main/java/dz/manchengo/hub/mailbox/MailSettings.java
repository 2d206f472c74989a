package dz.manchengo.hub.mailbox;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The mailboxes that are read, by name, and the bounds of a mail ({@code config/application.yaml}).
 *
 * @param timeout for connecting and for each answer of a server
 * @param messageLimit bytes of a whole mail; a longer one is refused unread
 * @param attachmentLimit attachments of one mail
 */
@ConfigurationProperties("hub.mail")
record MailSettings(
    @DefaultValue("60s") Duration timeout,
    @DefaultValue("50MB") DataSize messageLimit,
    @DefaultValue("50") int attachmentLimit,
    @Nullable Map<String, Mailbox> mailboxes) {

  /** Empty where nothing is configured. */
  Map<String, Mailbox> boxes() {
    return Objects.requireNonNullElse(mailboxes, Map.of());
  }

  Mailbox box(String name) {
    return Objects.requireNonNull(boxes().get(name), name);
  }
}
