package dz.manchengo.hub.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when a test says so. */
final class MovedClock implements InstantSource {
  private Instant now = Instant.parse("2026-11-26T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void go(Duration time) {
    now = now.plus(time);
  }
}
