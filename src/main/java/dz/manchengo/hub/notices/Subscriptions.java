package dz.manchengo.hub.notices;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who wants to be told of what: {@code hub.webhooks} by their names. */
@ConfigurationProperties("hub")
record Subscriptions(@DefaultValue Map<String, Webhook> webhooks) {
  Subscriptions {
    webhooks = new TreeMap<>(webhooks);
  }

  /** Names of the webhooks that want that event. */
  List<String> to(String event) {
    return webhooks.entrySet().stream()
        .filter(webhook -> webhook.getValue().wants(event))
        .map(Map.Entry::getKey)
        .toList();
  }
}
