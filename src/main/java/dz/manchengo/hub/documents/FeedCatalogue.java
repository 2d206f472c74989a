package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Definitions;
import dz.manchengo.hub.platform.HubHome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The feeds of the jar, and those in {@code <hub.home>/config/feeds/}. */
@Component
public class FeedCatalogue {
  private final Definitions<Feed> feeds;

  FeedCatalogue(HubHome home) throws IOException {
    this.feeds = new Definitions<>("feed", home, "config/feeds", FeedFile::parse);
  }

  /** The feeds in force, by name. */
  public List<Feed> feeds() {
    return List.copyOf(feeds.inForce().values());
  }

  /** The home's files that are no feeds as they stand, by their paths below it. */
  public Map<String, Definitions.Refused> refused() {
    return feeds.refused();
  }

  /** The feeds of files of one kind of document; of all of them for the empty name. */
  public List<Feed> of(String document) {
    return feeds().stream()
        .filter(f -> !f.api() && (document.isEmpty() || f.document().equals(document)))
        .toList();
  }

  /**
   * The feed of documents that a program sends: one with {@code api: true} of its own source, or
   * the general one.
   *
   * @param source whose documents they are
   */
  public Feed ofApi(String source, String document, Invoice.Direction direction) {
    List<Feed> all =
        feeds().stream()
            .filter(f -> f.api() && f.document().equals(document) && f.direction() == direction)
            .toList();
    return all.stream()
        .filter(f -> f.source().equals(source))
        .findFirst()
        .orElseGet(
            () ->
                all.stream()
                    .filter(FeedCatalogue::isGeneral)
                    .findFirst()
                    .map(f -> source.isEmpty() ? f : f.ofSource(source))
                    .orElseThrow());
  }

  private static boolean isGeneral(Feed feed) {
    return feed.source().equals("api") || feed.source().equals("api-suppliers");
  }

  /** The feed of files of that name; empty for none, and for null. */
  public Optional<Feed> named(@Nullable String name) {
    return feeds().stream().filter(feed -> !feed.api() && feed.name().equals(name)).findFirst();
  }

  /** Drop folders that feeds add below the inbox. */
  public List<String> folders() {
    return feeds().stream().flatMap(f -> Stream.ofNullable(f.ownFolder())).toList();
  }
}
