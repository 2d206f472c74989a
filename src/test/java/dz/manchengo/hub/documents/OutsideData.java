package dz.manchengo.hub.documents;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Public collections of files, where they lie in a folder {@code shared/data} above the checkout.
 */
public final class OutsideData {
  private OutsideData() {}

  /** The collection's files in order; the test is left out where it is not there. */
  public static List<Path> files(String... sets) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String set : sets) {
      Path folder = folder().resolve(set);
      assumeTrue(Files.isDirectory(folder), "no " + set + " here");
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).sorted().forEach(all::add);
      }
    }
    return all;
  }

  /** {@code -Doutside-files=…} names another place. */
  private static Path folder() {
    String told = System.getProperty("outside-files");
    if (told != null) {
      return Path.of(told);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path data = up.resolve("shared/data");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    return Path.of("shared/data");
  }
}
