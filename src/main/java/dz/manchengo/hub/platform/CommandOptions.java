package dz.manchengo.hub.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command line. {@code --client X} and {@code --client=X} are options; {@code --hub.home=…} is a
 * setting of the hub; an option that the command does not know is a word, which it does not know
 * either: a mistyped {@code --expires} must not make a key for ever.
 */
public record CommandOptions(
    List<String> words, Map<String, String> options, List<String> settings) {

  /**
   * Takes it apart.
   *
   * @param known options that have a value, without their dashes
   */
  public static CommandOptions of(List<String> arguments, Set<String> known) {
    CommandOptions all = new CommandOptions(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String name = argument.substring(0, equals < 0 ? argument.length() : equals);
      if (name.startsWith("--") && name.contains(".")) {
        all.settings.add(argument);
      } else if (!name.startsWith("--") || !known.contains(name.substring(2))) {
        all.words.add(argument);
      } else if (equals > 0) {
        all.options.put(name.substring(2), argument.substring(equals + 1));
      } else if (i + 1 < arguments.size()) {
        all.options.put(name.substring(2), arguments.get(++i));
      }
    }
    return all;
  }

  /** Null where it is not given. */
  public @Nullable String value(String option) {
    return options.get(option);
  }

  /** Without blanks around it; empty where it is not given. */
  public String text(String option) {
    return options.getOrDefault(option, "").strip();
  }

  /** What stands between commas. */
  public List<String> list(String option) {
    return Stream.of(options.getOrDefault(option, "").split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }
}
