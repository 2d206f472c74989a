package dz.manchengo.hub.platform;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** One operation on the command line, then exit: {@code java -jar manchengo-hub.jar NAME …}. */
public interface Command {
  int OK = 0;

  /** What it was asked for cannot be done; the output says why. */
  int FAILED = 2;

  String name();

  /**
   * Does it.
   *
   * @param arguments those behind the name
   * @param defaults settings that hold where nobody set others
   * @param out takes the result and nothing else
   * @return the exit code, {@link #OK} when done
   */
  int run(List<String> arguments, Map<String, Object> defaults, PrintStream out);
}
