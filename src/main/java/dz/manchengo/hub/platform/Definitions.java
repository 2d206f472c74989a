package dz.manchengo.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * YAML files of one family: those of the jar, and those below the home that add to or replace them
 * by name. The folder is read again when it changes; a bad file is refused with its reason in the
 * log and the former one stays in force.
 */
public final class Definitions<T> {
  private static final Logger log = LoggerFactory.getLogger(Definitions.class);
  private static final String ENDING = ".yaml";

  private final String word;
  private final Path own;
  private final BiFunction<String, String, T> reader;
  private final Map<String, T> packaged = new TreeMap<>();
  private final Map<String, Read<T>> read = new HashMap<>();

  /** What was last said of each file: it is said once for each state of the file. */
  private final Map<String, String> complaints = new HashMap<>();

  private record Read<T>(FileTime modified, T content) {}

  /**
   * The family in that folder, both of the jar and of the home.
   *
   * @param word what one of them is, for the log
   * @param folder as {@code config/feeds}
   * @param reader name of a file and its text → what it says; complains by {@link
   *     IllegalArgumentException}
   */
  public Definitions(String word, HubHome home, String folder, BiFunction<String, String, T> reader)
      throws IOException {
    this.word = word;
    this.own = home.folder(folder);
    this.reader = reader;
    for (Resource resource :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:" + folder + "/*" + ENDING)) {
      String file = Objects.requireNonNull(resource.getFilename());
      packaged.put(
          key(file), reader.apply(file, resource.getContentAsString(StandardCharsets.UTF_8)));
    }
  }

  /** Those in force by their names, which are the files' without ending. */
  public synchronized Map<String, T> inForce() {
    refresh();
    Map<String, T> all = new TreeMap<>(packaged);
    read.forEach((file, it) -> all.put(key(file), it.content()));
    return all;
  }

  private void refresh() {
    try (Stream<Path> files = Files.list(own)) {
      List<Path> yaml = files.filter(f -> f.toString().endsWith(ENDING)).toList();
      read.keySet().removeIf(name -> yaml.stream().noneMatch(f -> name(f).equals(name)));
      yaml.forEach(this::refresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refresh(Path file) {
    Read<T> before = read.get(name(file));
    try {
      FileTime modified = Files.getLastModifiedTime(file);
      if (before != null && before.modified().equals(modified)) {
        return;
      }
      T content = reader.apply(name(file), Files.readString(file));
      read.put(name(file), new Read<>(modified, content));
      complaints.remove(name(file));
      log.info("{} {} read from {}", word, key(name(file)), file);
    } catch (IOException | IllegalArgumentException e) {
      complain(file, before, e);
    }
  }

  private void complain(Path file, @Nullable Read<T> before, Exception e) {
    String reason = String.valueOf(e.getMessage());
    if (!reason.equals(complaints.put(name(file), reason))) {
      log.error(
          "{} file refused, {} stays in force: {}",
          word,
          before != null || packaged.containsKey(key(name(file))) ? "the former one" : "nothing",
          reason);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String key(String file) {
    return file.substring(0, file.length() - ENDING.length());
  }
}
