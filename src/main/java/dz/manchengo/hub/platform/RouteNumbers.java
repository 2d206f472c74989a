package dz.manchengo.hub.platform;

import java.util.List;
import java.util.regex.Pattern;
import org.quartz.CronExpression;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Numbers and times that only routes read: Camel takes another one in silence where it cannot read
 * what is set.
 */
@Component
public final class RouteNumbers {
  /** As the routes name them, but for the times of clocks. */
  public static final List<String> KEYS =
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
          "hub.posting.workers",
          "hub.retry-pause",
          "hub.watch.start-delay");

  private static final List<String> CLOCKS = List.of("hub.jobs.cron", "hub.watch.cron");

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}(?:ms|s|m|h)?");

  RouteNumbers(Environment environment, StartCheck check) {
    for (String key : KEYS) {
      String value = environment.getProperty(key, "");
      check.require(NUMBER.matcher(value.strip()).matches(), key, value, "setting.why.positive");
    }
    for (String key : CLOCKS) {
      String value = environment.getProperty(key, "");
      check.require(CronExpression.isValidExpression(value), key, value, "setting.why.cron");
    }
  }
}
