package dz.manchengo.hub.watch;

import dz.manchengo.hub.platform.KnownSettings;
import dz.manchengo.hub.platform.StartCheck;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.stereotype.Component;

/** Alarms that could reach nobody, or that a misspelt setting leaves as they are: no start. */
@Component("watchCheck")
final class WatchCheck {
  /** As the schema of feeds has it. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

  WatchCheck(WatchSettings settings, StartCheck check, KnownSettings known) {
    known.require("hub.watch", Bindable.of(WatchSettings.class));
    for (String address : settings.mail()) {
      check.require(
          address.isBlank() || ADDRESS.matcher(address.strip()).matches(),
          "hub.watch.mail",
          address,
          "setting.why.told");
    }
  }
}
