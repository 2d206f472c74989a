package dz.manchengo.hub.platform;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartz.CronExpression;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What only routes read: Camel takes another number in silence where it cannot read the one that is
 * set, and tells of a clock's time in its own words.
 */
@Component
public final class RouteSettings {
  /** Numbers and pauses. */
  private static final List<String> NUMBERS =
      List.of(
          "hub.api.audit.delay",
          "hub.api.keep.every",
          "hub.api.webhooks.at-once",
          "hub.inbox.poll",
          "hub.jobs.at-once",
          "hub.jobs.beat",
          "hub.jobs.poll",
          "hub.jobs.start-delay",
          "hub.mail.poll",
          "hub.notices.at-once",
          "hub.notices.poll",
          "hub.posting.poll",
          "hub.reports.poll",
          "hub.posting.workers",
          "hub.retry-pause",
          "hub.watch.start-delay");

  private static final List<String> CLOCKS =
      List.of("hub.backup.look", "hub.jobs.cron", "hub.watch.canary", "hub.watch.cron");

  /** All that is checked, as the routes name them. */
  public static final Set<String> KEYS =
      Stream.concat(NUMBERS.stream(), CLOCKS.stream()).collect(Collectors.toUnmodifiableSet());

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}(?:ms|s|m|h)?");

  RouteSettings(Environment environment, StartCheck check) {
    for (String key : NUMBERS) {
      String value = environment.getProperty(key, "");
      check.require(NUMBER.matcher(value.strip()).matches(), key, value, "setting.why.positive");
    }
    for (String key : CLOCKS) {
      String value = environment.getProperty(key, "");
      check.require(CronExpression.isValidExpression(value), key, value, "setting.why.cron");
    }
  }
}
