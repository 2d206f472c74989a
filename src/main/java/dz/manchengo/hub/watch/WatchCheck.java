package dz.manchengo.hub.watch;

import dz.manchengo.hub.platform.StartCheck;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Alarms that could reach nobody: the hub does not start. */
@Component("watchCheck")
final class WatchCheck {
  /** As the schema of feeds has it. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

  WatchCheck(WatchSettings settings, StartCheck check) {
    for (String address : settings.mail()) {
      check.require(
          address.isBlank() || ADDRESS.matcher(address.strip()).matches(),
          "hub.watch.mail",
          address,
          "setting.why.told");
    }
  }
}
