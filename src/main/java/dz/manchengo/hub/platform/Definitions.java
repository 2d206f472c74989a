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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * YAML files of one family, {@code <name>.yaml} or {@code <name>/<file>.yaml}: those of the jar,
 * and those below the home that add to or replace them by name. The folder is read again when it
 * changes; a bad file is refused with its reason in the log and the former one stays in force.
 */
public final class Definitions<T> {
  private static final Logger log = LoggerFactory.getLogger(Definitions.class);
  private static final String ENDING = ".yaml";

  private final String word;
  private final String folder;
  private final Path own;

  /** The file that each folder of the family has; empty where each has a file of its name. */
  private final String each;

  private final BiFunction<String, String, T> reader;
  private final Map<String, T> packaged = new TreeMap<>();
  private final Map<String, Read<T>> read = new HashMap<>();

  /** What was last said of each file: it is said once for each state of the file. */
  private final Map<String, String> complaints = new HashMap<>();

  private record Read<T>(FileTime modified, T content) {}

  /** What holds instead of a file that cannot be read. */
  public enum Instead {
    /** What it said when it could last be read, since the start. */
    FORMER,
    /** The packaged one of that name. */
    PACKAGED,
    NOTHING
  }

  /**
   * A file that cannot be read.
   *
   * @param reason as the log says it
   */
  public record Refused(Instead instead, String reason) {}

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
    this(word, home, folder, "", reader);
  }

  /**
   * The same, of folders with such a file in each.
   *
   * @param each its name, as {@code job.yaml}
   */
  public Definitions(
      String word, HubHome home, String folder, String each, BiFunction<String, String, T> reader)
      throws IOException {
    this.word = word;
    this.folder = folder;
    this.own = home.folder(folder);
    this.each = each.isEmpty() ? "" : "/" + each;
    this.reader = reader;
    for (Resource resource :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:" + folder + "/*" + (each.isEmpty() ? ENDING : this.each))) {
      String url = resource.getURL().toString();
      String file = url.substring(url.lastIndexOf(folder + "/") + folder.length() + 1);
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

  /** The packaged one of that name, whether or not it is in force. */
  public Optional<T> packaged(String name) {
    return Optional.ofNullable(packaged.get(name));
  }

  /** The files that cannot be read as they are now, by their paths below the home. */
  public synchronized Map<String, Refused> refused() {
    refresh();
    Map<String, Refused> refused = new TreeMap<>();
    complaints.forEach(
        (file, reason) -> refused.put(folder + "/" + file, new Refused(instead(file), reason)));
    return refused;
  }

  private Instead instead(String file) {
    if (read.containsKey(file)) {
      return Instead.FORMER;
    }
    return packaged.containsKey(key(file)) ? Instead.PACKAGED : Instead.NOTHING;
  }

  private void refresh() {
    try (Stream<Path> files = Files.list(own)) {
      List<Path> yaml =
          each.isEmpty()
              ? files.filter(f -> f.toString().endsWith(ENDING)).toList()
              : files.map(f -> own.resolve(name(f) + each)).filter(Files::isRegularFile).toList();
      Set<String> names = yaml.stream().map(this::name).collect(Collectors.toSet());
      read.keySet().retainAll(names);
      complaints.keySet().retainAll(names);
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
        complaints.remove(name(file));
        return;
      }
      T content = reader.apply(name(file), Files.readString(file));
      read.put(name(file), new Read<>(modified, content));
      complaints.remove(name(file));
      log.info("{} {} read from {}", word, key(name(file)), file);
    } catch (IOException | IllegalArgumentException e) {
      complain(file, e);
    }
  }

  private void complain(Path file, Exception e) {
    String reason = String.valueOf(e.getMessage());
    if (!reason.equals(complaints.put(name(file), reason))) {
      log.error(
          "{} file refused, {} stays in force: {}",
          word,
          switch (instead(name(file))) {
            case FORMER -> "the former one";
            case PACKAGED -> "the packaged one";
            case NOTHING -> "nothing";
          },
          reason);
    }
  }

  private String name(Path file) {
    return own.relativize(file).toString().replace('\\', '/');
  }

  private String key(String file) {
    return file.substring(0, file.length() - (each.isEmpty() ? ENDING : each).length());
  }
}
