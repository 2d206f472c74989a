package dz.manchengo.hub.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link KeyCommand}. {@code --client X} and {@code --client=X} are options;
 * {@code --hub.home=…} is a setting of the hub; an option that nobody knows is a word, which no
 * command has: a mistyped {@code --expires} must not make a key for ever.
 */
record KeyOptions(List<String> words, Map<String, String> options, List<String> settings) {
  private static final Set<String> KNOWN =
      Set.of("client", "tenant", "scopes", "expires", "networks");

  static KeyOptions of(List<String> arguments) {
    KeyOptions all = new KeyOptions(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String name = argument.substring(0, equals < 0 ? argument.length() : equals);
      if (name.startsWith("--") && name.contains(".")) {
        all.settings.add(argument);
      } else if (!name.startsWith("--") || !KNOWN.contains(name.substring(2))) {
        all.words.add(argument);
      } else if (equals > 0) {
        all.options.put(name.substring(2), argument.substring(equals + 1));
      } else if (i + 1 < arguments.size()) {
        all.options.put(name.substring(2), arguments.get(++i));
      }
    }
    return all;
  }

  @Nullable String value(String option) {
    return options.get(option);
  }

  /** What stands between commas. */
  List<String> list(String option) {
    return Stream.of(options.getOrDefault(option, "").split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }
}
