package dz.manchengo.hub.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code check} on the command line.
 *
 * @param feed to read by; null when the headers shall tell
 * @param settings {@code --hub.home=…} and other settings of the hub, as they are
 * @param unknown the first word that means nothing; null when all do
 */
record CheckOptions(
    List<String> files,
    @Nullable String feed,
    boolean json,
    List<String> settings,
    @Nullable String unknown) {
  private static final Pattern SETTING = Pattern.compile("--[\\w-]+(\\.[\\w\\[\\]-]+)+=.*");

  static CheckOptions of(List<String> arguments) {
    List<String> files = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    String feed = null;
    boolean json = false;
    String unknown = null;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--json")) {
        json = true;
      } else if (argument.equals("--feed") && i + 1 < arguments.size()) {
        feed = arguments.get(++i);
      } else if (argument.startsWith("--feed=")) {
        feed = argument.substring("--feed=".length());
      } else if (SETTING.matcher(argument).matches()) {
        settings.add(argument);
      } else if (argument.equals("--")) {
        files.addAll(arguments.subList(i + 1, arguments.size()));
        break;
      } else if (argument.startsWith("-") && argument.length() > 1) {
        unknown = argument;
      } else {
        files.add(argument);
      }
    }
    return new CheckOptions(files, feed, json, settings, unknown);
  }

  /** Whether there is something to check and nothing that means nothing. */
  boolean areUsable() {
    return !files.isEmpty() && unknown == null;
  }
}
