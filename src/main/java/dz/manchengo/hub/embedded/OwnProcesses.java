package dz.manchengo.hub.embedded;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes that run a program of this home, left over by a hub that was killed or still ours.
 * Programs are unpacked below the home, so a program's path tells whose it is; a recorded process
 * id alone would not, since the number may belong to a stranger after a reboot.
 */
final class OwnProcesses {
  private static final Logger log = LoggerFactory.getLogger(OwnProcesses.class);

  private OwnProcesses() {}

  static List<ProcessHandle> of(Path programs) {
    return ProcessHandle.allProcesses().filter(runs(programs)).toList();
  }

  static Predicate<ProcessHandle> runs(Path programs) {
    return process -> process.info().command().filter(c -> below(programs, c)).isPresent();
  }

  private static boolean below(Path programs, String command) {
    try {
      return Path.of(command).startsWith(programs);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Asks them to end, and ends those that do not. */
  static void stop(Path programs, Duration patience) {
    of(programs).forEach(ProcessHandle::destroy);
    if (!Wait.until(patience, () -> of(programs).isEmpty())) {
      kill(programs);
    }
  }

  static void kill(Path programs) {
    List<ProcessHandle> left = of(programs);
    if (!left.isEmpty()) {
      log.warn("Ending {} of {}", left, programs);
      left.forEach(ProcessHandle::destroyForcibly);
      Wait.until(Duration.ofSeconds(10), () -> of(programs).isEmpty());
    }
  }
}
