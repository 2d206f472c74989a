package dz.manchengo.hub.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** {@code hub_feed_overdue{feed}}: 1 while something that a feed should have brought is missing. */
@Component
class OverdueGauges {
  private final MeterRegistry metrics;
  private final Map<String, Overdue> feeds = new ConcurrentHashMap<>();

  private record Overdue(AtomicInteger value, Gauge gauge) {}

  OverdueGauges(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void set(String feed, boolean overdue) {
    feeds.computeIfAbsent(feed, this::register).value().set(overdue ? 1 : 0);
  }

  /** Feeds of which nothing is expected any more have no gauge. */
  void keepOnly(Collection<String> names) {
    feeds
        .entrySet()
        .removeIf(
            feed -> {
              boolean gone = !names.contains(feed.getKey());
              if (gone) {
                metrics.remove(feed.getValue().gauge());
              }
              return gone;
            });
  }

  private Overdue register(String feed) {
    AtomicInteger value = new AtomicInteger();
    Gauge gauge =
        Gauge.builder("hub.feed.overdue", value, AtomicInteger::get)
            .tag("feed", feed)
            .strongReference(true)
            .register(metrics);
    return new Overdue(value, gauge);
  }
}
