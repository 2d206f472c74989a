package dz.manchengo.hub.watch;

import dz.manchengo.hub.platform.KnownSettings;
import dz.manchengo.hub.platform.StartCheck;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** Alarms that could reach nobody, or that a misspelt setting leaves as they are: no start. */
@Component("watchCheck")
final class WatchCheck {
  /** As the schema of feeds has it. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

  WatchCheck(
      WatchSettings settings,
      StartCheck check,
      KnownSettings known,
      @Value("${hub.mail.poll}") String mailPoll,
      @Value("${hub.smtp.host}") String mailServer) {
    known.require("hub.watch", Bindable.of(WatchSettings.class));
    check.require(
        isSooner(mailPoll, settings.silence()),
        "hub.mail.poll",
        mailPoll,
        "setting.why.too-seldom");
    check.require(
        !mailServer.isBlank() || settings.mail().stream().allMatch(String::isBlank),
        "hub.watch.mail",
        String.join(", ", settings.mail()),
        "setting.why.no-mail-server");
    for (String address : settings.mail()) {
      check.require(
          address.isBlank() || ADDRESS.matcher(address.strip()).matches(),
          "hub.watch.mail",
          address,
          "setting.why.told");
    }
  }

  /** What is no time at all is told by who reads it. */
  private static boolean isSooner(String poll, Duration silence) {
    try {
      return DurationStyle.detectAndParse(poll, ChronoUnit.MILLIS).compareTo(silence) < 0;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
