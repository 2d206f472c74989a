package dz.manchengo.hub.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For how long the files of some folders have looked the same, from one look at them to the next.
 * The hub's own clock measures it: time stamps of files lie (copied, unpacked or on another
 * machine's disk). What could not be taken rests a while.
 *
 * <p>One round is {@link #begin}, {@link #settled} for each file, {@link #end}; a file that was
 * missed in a round is a new one the next time.
 *
 * @param <P> where a file lies
 * @param <L> what one look at it saw; two equal ones mean that nobody touched it in between
 */
public final class Stillness<P, L> {
  private static final Duration REST = Duration.ofSeconds(10);

  private record Look<L>(L seen, long since, @Nullable Long failed) {}

  private final Duration settle;
  private Map<P, Look<L>> looks = new HashMap<>();
  private Map<P, Look<L>> round = new HashMap<>();
  private long clock;

  public Stillness(Duration settle) {
    this.settle = settle;
  }

  public void begin() {
    round = new HashMap<>();
    clock = System.nanoTime();
  }

  /** For how long it has not changed; empty while it has yet to settle, or rests. */
  public Optional<Duration> settled(P place, L seen) {
    Look<L> before = looks.get(place);
    Look<L> look =
        before != null && before.seen().equals(seen) ? before : new Look<>(seen, clock, null);
    round.put(place, look);
    Duration still = Duration.ofNanos(clock - look.since());
    return still.compareTo(settle) >= 0 && !rests(look) ? Optional.of(still) : Optional.empty();
  }

  private boolean rests(Look<L> look) {
    return look.failed() != null && clock - look.failed() < REST.toNanos();
  }

  public void end() {
    looks = round;
  }

  /** It could not be taken and settles for a while longer; true if that is new. */
  public boolean rest(P place) {
    Look<L> before = round.get(place);
    if (before == null) {
      return true;
    }
    round.put(place, new Look<>(before.seen(), before.since(), System.nanoTime()));
    return before.failed() == null;
  }

  /** Whether the latest round saw it. */
  public boolean remembers(P place) {
    return round.containsKey(place);
  }
}
