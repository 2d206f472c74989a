package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Interpreter;
import dz.manchengo.hub.documents.PairName;
import dz.manchengo.hub.platform.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps a file that holds one half of its documents until the other half has come too (decision
 * 0014). Which files these are their names say, and their contents have to agree: a whole file
 * waits for nobody, whatever it is called.
 */
@Component
class Companions {
  private static final Logger log = LoggerFactory.getLogger(Companions.class);

  private final Halves halves;
  private final Duration patience;
  private final Map<Arrival, Boolean> known = new HashMap<>();

  @Autowired
  Companions(
      Interpreter interpreter,
      Inbox inbox,
      Node node,
      @Value("${hub.inbox.companion}") Duration patience) {
    this(
        arrival ->
            !inbox.knows(Drop.of(arrival).delivery(node.id()))
                && interpreter.isHalf(arrival.path(), arrival.name(), arrival.folder()),
        patience);
  }

  Companions(Halves halves, Duration patience) {
    this.halves = halves;
    this.patience = patience;
  }

  /** Says of a file with such a name whether it lacks its other half and is not taken in yet. */
  interface Halves {
    boolean isHalf(Arrival arrival) throws IOException;
  }

  /**
   * A file that has settled.
   *
   * @param waited for how long it has lain there unchanged
   */
  record Settled(Arrival arrival, Duration waited) {}

  /** What can be taken in now, in the order of the files. */
  List<Drop> drops(List<Settled> settled) {
    known.keySet().retainAll(settled.stream().map(Settled::arrival).toList());
    Set<Arrival> paired = new HashSet<>();
    List<Drop> drops = new ArrayList<>();
    for (Settled one : settled) {
      Arrival arrival = one.arrival();
      if (paired.contains(arrival)) {
        continue;
      }
      Optional<Arrival> companion =
          isHalf(arrival) ? companion(arrival, settled) : Optional.empty();
      if (companion.isPresent()) {
        paired.add(companion.get());
        drops.add(pair(arrival, companion.get()));
      } else if (!isHalf(arrival) || one.waited().compareTo(patience) >= 0) {
        drops.add(Drop.of(arrival));
      }
    }
    return drops;
  }

  /** They were taken in: what is left of them waits for nobody. */
  void forget(Drop drop) {
    known.keySet().removeAll(drop.arrivals());
  }

  private Optional<Arrival> companion(Arrival arrival, List<Settled> settled) {
    return settled.stream()
        .map(Settled::arrival)
        .filter(other -> other.folder().equals(arrival.folder()))
        .filter(other -> other.preview() == arrival.preview())
        .filter(other -> name(other).flatMap(a -> name(arrival).map(a::completes)).orElse(false))
        .filter(this::isHalf)
        .findFirst();
  }

  private static Drop pair(Arrival one, Arrival other) {
    boolean first = name(one).map(PairName::half).orElseThrow() == PairName.Half.HEADERS;
    return new Drop(first ? List.of(one, other) : List.of(other, one));
  }

  private boolean isHalf(Arrival arrival) {
    return known.computeIfAbsent(arrival, this::looksHalf);
  }

  private boolean looksHalf(Arrival arrival) {
    Optional<PairName> name = name(arrival);
    if (arrival.kind() != Arrival.Kind.FILE || name.isEmpty()) {
      return false;
    }
    try {
      boolean half = halves.isHalf(arrival);
      if (half) {
        log.info(
            "{} waits for its other half, such as {}",
            FileName.safe(arrival.name()),
            FileName.safe(name.get().companion()));
      }
      return half;
    } catch (IOException e) {
      return false; // taking it in will say what is wrong
    }
  }

  private static Optional<PairName> name(Arrival arrival) {
    return PairName.of(arrival.name());
  }
}
