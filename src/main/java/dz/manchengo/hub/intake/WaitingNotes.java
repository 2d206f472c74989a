package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.PairName;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the answer will lie a note says that a file waits for its other half, until it waits no
 * longer: {@code x_lignes.csv.attente.txt}.
 */
@Component
class WaitingNotes {
  private static final Logger log = LoggerFactory.getLogger(WaitingNotes.class);
  private static final int LONGEST_NAME = 200;

  private final Path folder;
  private final Duration patience;
  private final Texts texts;
  private final Map<Arrival, Path> written = new HashMap<>();

  @Autowired
  WaitingNotes(
      HubHome home,
      @Value("${hub.inbox.companion}") Duration patience,
      @Value("${hub.language}") Locale language) {
    this(home.resolve("acknowledgements"), patience, new Texts(language));
  }

  WaitingNotes(Path folder, Duration patience, Texts texts) {
    this.folder = folder;
    this.patience = patience;
    this.texts = texts;
  }

  /** These wait and no others. A note that cannot be written holds nobody up. */
  synchronized void keep(Set<Arrival> waiting) {
    for (Arrival arrival : waiting) {
      if (!written.containsKey(arrival)) {
        write(arrival);
      }
    }
    Set<Arrival> gone = new HashSet<>(written.keySet());
    gone.removeAll(waiting);
    gone.forEach(this::remove);
  }

  private void write(Arrival arrival) {
    Path place = folder.resolve(arrival.folder());
    String name = FileName.shortened(FileName.safe(arrival.name()), LONGEST_NAME);
    Path note = FileName.in(place, name + "." + texts.get("answer.waiting.name") + ".txt");
    try {
      Files.createDirectories(place);
      Files.writeString(note, text(arrival));
    } catch (IOException e) {
      log.warn("no note for {}: {}", name, e.toString());
    }
    written.put(arrival, note);
  }

  private String text(Arrival arrival) {
    String other =
        PairName.of(arrival.name()).map(PairName::companion).map(FileName::safe).orElse("");
    return texts.get("answer.waiting.text", arrival.name(), other, patience.toMinutes())
        + System.lineSeparator();
  }

  private void remove(Arrival arrival) {
    Path note = written.remove(arrival);
    try {
      if (note != null && !written.containsValue(note)) {
        Files.deleteIfExists(note);
      }
    } catch (IOException e) {
      log.warn("{} stays: {}", note, e.toString());
    }
  }
}
