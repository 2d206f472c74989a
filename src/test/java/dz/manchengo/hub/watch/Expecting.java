package dz.manchengo.hub.watch;

import dz.manchengo.hub.documents.Expect;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expectations of the tests. */
final class Expecting {
  static final Expect.Rows ANY = new Expect.Rows(0, Integer.MAX_VALUE);

  private Expecting() {}

  static Expect by(String time, @Nullable String from, Expect.On on) {
    return new Expect(
        LocalTime.parse(time),
        from == null ? null : LocalTime.parse(from),
        on,
        "dz",
        1,
        null,
        ANY,
        null,
        null,
        List.of());
  }

  static Expect files(
      int atLeast, @Nullable Integer atMost, Expect.Rows rows, @Nullable Duration noSooner) {
    return new Expect(
        LocalTime.of(10, 0),
        null,
        new Expect.On.EveryDay(),
        "dz",
        atLeast,
        atMost,
        rows,
        noSooner,
        null,
        List.of());
  }
}
