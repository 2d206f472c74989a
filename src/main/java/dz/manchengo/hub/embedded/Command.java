package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One command run to its end. */
final class Command {
  /** What it said, and with which status it ended. */
  record Result(int status, String output) {
    boolean ok() {
      return status == 0;
    }
  }

  private Command() {}

  /** The folder matters: a user that the command changes to may not be able to enter the hub's. */
  static Result run(Path folder, List<String> command, String input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(status(process), output.strip());
  }

  static Result run(Path folder, List<String> command) throws IOException {
    return run(folder, command, "");
  }

  private static int status(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
