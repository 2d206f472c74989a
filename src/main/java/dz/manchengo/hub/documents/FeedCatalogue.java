package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.HubHome;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The feeds of the jar, and those in {@code <hub.home>/config/feeds/} that add to or replace them
 * by name. The folder is read again when it changes; a bad file is refused with its reason in the
 * log and the former one stays in force.
 */
@Component
public class FeedCatalogue {
  private static final Logger log = LoggerFactory.getLogger(FeedCatalogue.class);

  private final Path own;
  private final Map<String, Feed> packaged = new TreeMap<>();
  private final Map<String, Read> read = new HashMap<>();

  private record Read(FileTime modified, Feed feed) {}

  FeedCatalogue(HubHome home) throws IOException {
    this.own = home.resolve("config/feeds");
    Files.createDirectories(own);
    for (Resource resource :
        new PathMatchingResourcePatternResolver().getResources("classpath:config/feeds/*.yaml")) {
      Feed feed =
          FeedFile.parse(
              Objects.requireNonNull(resource.getFilename()),
              resource.getContentAsString(StandardCharsets.UTF_8));
      packaged.put(feed.name(), feed);
    }
  }

  /** The feeds in force, by name. */
  public synchronized List<Feed> feeds() {
    refresh();
    Map<String, Feed> feeds = new TreeMap<>(packaged);
    read.values().forEach(r -> feeds.put(r.feed().name(), r.feed()));
    return List.copyOf(feeds.values());
  }

  /** The feeds of one kind of document; of all of them for the empty name. */
  public List<Feed> of(String document) {
    return feeds().stream()
        .filter(f -> document.isEmpty() || f.document().equals(document))
        .toList();
  }

  /** Drop folders that feeds add below the inbox. */
  public List<String> folders() {
    return feeds().stream().flatMap(f -> Stream.ofNullable(f.ownFolder())).toList();
  }

  private void refresh() {
    try (Stream<Path> files = Files.list(own)) {
      List<Path> yaml = files.filter(f -> f.toString().endsWith(".yaml")).toList();
      read.keySet().removeIf(name -> yaml.stream().noneMatch(f -> name(f).equals(name)));
      yaml.forEach(this::refresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refresh(Path file) {
    Read before = read.get(name(file));
    try {
      FileTime modified = Files.getLastModifiedTime(file);
      if (before != null && before.modified().equals(modified)) {
        return;
      }
      Feed feed = FeedFile.parse(name(file), Files.readString(file));
      read.put(name(file), new Read(modified, feed));
      log.info("feed {} read from {}", feed.name(), file);
    } catch (IOException | IllegalArgumentException e) {
      complain(file, before, e);
    }
  }

  /** Says it once for each state of the file. */
  private final Map<String, String> complaints = new HashMap<>();

  private void complain(Path file, @Nullable Read before, Exception e) {
    String reason = String.valueOf(e.getMessage());
    if (!reason.equals(complaints.put(name(file), reason))) {
      log.error(
          "feed file refused, {} stays in force: {}",
          before != null || packaged.containsKey(name(file).replace(".yaml", ""))
              ? "the former one"
              : "nothing",
          reason);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
