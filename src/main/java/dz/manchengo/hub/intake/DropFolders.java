package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.StartCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The folders where people drop files. Own code instead of Camel's file component, for the reasons
 * in {@code ops/decisions/0002-drop-folders.md}.
 */
@Component("dropFolders")
class DropFolders {
  private static final Logger log = LoggerFactory.getLogger(DropFolders.class);

  private final Path inbox;
  private final Path preview;
  private final Path undo;
  private final String node;
  private final Inbox receiver;
  private final Companions companions;
  private final WaitingNotes notes;
  private final Destinations destinations;
  private final Stillness<Path, Arrival> stillness;

  DropFolders(
      HubHome home,
      Node node,
      @Value("${hub.inbox.settle}") Duration settle,
      Inbox receiver,
      Companions companions,
      WaitingNotes notes,
      Destinations destinations,
      StartCheck check)
      throws IOException {
    check.require(
        settle.isZero() || settle.toMillis() >= StartCheck.LEAST_MILLIS,
        "hub.inbox.settle",
        settle.toMillis() + "ms",
        "setting.why.settle");
    this.inbox = home.resolve("inbox");
    this.preview = home.resolve("preview");
    this.undo = home.resolve(UndoPosting.FOLDER);
    this.node = node.id();
    this.stillness = new Stillness<>(settle);
    this.receiver = receiver;
    this.companions = companions;
    this.notes = notes;
    this.destinations = destinations;
    for (String folder : folders()) {
      Files.createDirectories(posted(folder));
      Files.createDirectories(preview.resolve(folder));
    }
  }

  /**
   * What has not changed for the settling time, oldest first. A file whose other half has yet to
   * come is not among it.
   */
  List<Drop> settled() throws IOException {
    List<Companions.Settled> settled = new ArrayList<>();
    stillness.begin();
    for (Arrival arrival : lookAround()) {
      stillness
          .settled(arrival.path(), arrival)
          .ifPresent(still -> settled.add(new Companions.Settled(arrival, still)));
    }
    stillness.end();
    settled.sort(
        Comparator.comparing(Companions.Settled::waited)
            .reversed()
            .thenComparing(s -> s.arrival().name()));
    List<Drop> drops = companions.drops(settled);
    Set<Arrival> waiting =
        settled.stream().map(Companions.Settled::arrival).collect(Collectors.toSet());
    drops.forEach(drop -> drop.arrivals().forEach(waiting::remove));
    notes.keep(waiting);
    return drops;
  }

  /**
   * Takes one file or pair into the inbox; only when that is durable do the originals go. What
   * fails is looked at again later and holds up nobody.
   */
  void receive(Drop drop) {
    try {
      receiveOnce(drop);
      companions.forget(drop);
    } catch (IOException | DataAccessException e) {
      boolean first = stillness.rest(drop.first().path());
      drop.arrivals().forEach(arrival -> stillness.rest(arrival.path()));
      if (first) { // said once, tried again and again
        log.warn("{} is tried again later: {}", FileName.safe(drop.name()), e.toString());
      }
    }
  }

  private void receiveOnce(Drop drop) throws IOException {
    Delivery delivery = drop.delivery(node);
    switch (drop.first().kind()) {
      case FILE -> receiveFile(drop, delivery);
      case FOLDER -> refuse(delivery, "reason.folder");
      case LINK -> refuse(delivery, "reason.link");
      case OTHER -> refuse(delivery, "reason.special");
    }
  }

  private void receiveFile(Drop drop, Delivery delivery) throws IOException {
    if (!receiver.knows(delivery)) {
      if (drop.isPair()) {
        receiver.receive(delivery, drop.archive(), () -> unchanged(drop));
      } else {
        receiveOne(drop, delivery);
      }
    }
    if (receiver.holds(delivery)) {
      for (Arrival arrival : drop.arrivals()) {
        remove(arrival);
      }
    }
  }

  private void receiveOne(Drop drop, Delivery delivery) throws IOException {
    try (InputStream bytes = open(drop.first().path())) {
      if (bytes == null) {
        refuse(delivery, "reason.no-access");
      } else {
        receiver.receive(delivery, bytes::transferTo, () -> unchanged(drop));
      }
    }
  }

  /** Null when we may not read it; an archive that we may not write to is our own failure. */
  private static @Nullable InputStream open(Path file) throws IOException {
    try {
      return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    } catch (AccessDeniedException e) {
      return null;
    }
  }

  private static boolean unchanged(Drop drop) throws IOException {
    for (Arrival arrival : drop.arrivals()) {
      if (!unchanged(arrival)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Folders and links stay where they are: nothing of theirs was taken, and they get one answer.
   */
  private void refuse(Delivery delivery, String reason) {
    if (!receiver.knows(delivery)) {
      receiver.refuse(
          delivery,
          RuleBook.finding(
              "FIL-010", Place.FILE, delivery.name(), "name", delivery.name(), "detected", reason));
    }
  }

  private static boolean unchanged(Arrival arrival) throws IOException {
    return Arrival.look(arrival.folder(), arrival.preview(), arrival.path())
        .filter(arrival::equals)
        .isPresent();
  }

  private static void remove(Arrival arrival) throws IOException {
    if (!unchanged(arrival)) {
      return;
    }
    Files.deleteIfExists(arrival.path());
    Failpoint.ORIGINAL_REMOVED.reach();
  }

  private List<Arrival> lookAround() throws IOException {
    List<Arrival> arrivals = new ArrayList<>();
    Set<String> folders = folders();
    for (String folder : folders) {
      lookInto(posted(folder), folder, false, folders, arrivals);
      lookInto(preview.resolve(folder), folder, true, folders, arrivals);
    }
    return arrivals;
  }

  private static void lookInto(
      Path place, String folder, boolean preview, Set<String> folders, List<Arrival> arrivals)
      throws IOException {
    if (!Files.isDirectory(place)) {
      Files.createDirectories(place);
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
      for (Path entry : entries) {
        if (!ignored(folder, FileName.of(entry), folders)) {
          Arrival.look(folder, preview, entry).ifPresent(arrivals::add);
        }
      }
    }
  }

  private static boolean ignored(String folder, String name, Set<String> folders) {
    String below = folder.isEmpty() ? name : folder + "/" + name;
    return PassedOver.isMeantBy(name)
        || folders.stream().anyMatch(f -> f.equals(below) || f.startsWith(below + "/"));
  }

  /** Answers to be undone lie beside the inbox, everything else in it. */
  private Path posted(String folder) {
    return folder.equals(UndoPosting.FOLDER) ? undo : inbox.resolve(folder);
  }

  /** Where files can be sent, and the folder for undos. */
  private Set<String> folders() {
    Set<String> folders = destinations.folders();
    folders.add(UndoPosting.FOLDER);
    return folders;
  }
}
