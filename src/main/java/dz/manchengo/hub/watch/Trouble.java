package dz.manchengo.hub.watch;

import java.util.List;

/**
 * What is wrong with what came for a day.
 *
 * @param overdue whether something that should have come by now is missing
 * @param text the sentence below {@code watch.}
 * @param facts its places after feed, day and time
 */
record Trouble(Reason reason, boolean overdue, String text, List<Object> facts) {
  static Trouble missing(Reason reason, String text, Object... facts) {
    return new Trouble(reason, true, text, List.of(facts));
  }

  static Trouble surplus(Reason reason, String text, Object... facts) {
    return new Trouble(reason, false, text, List.of(facts));
  }
}
