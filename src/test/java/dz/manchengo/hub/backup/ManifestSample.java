package dz.manchengo.hub.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A manifest of which only name, state and moment matter. */
final class ManifestSample {
  private ManifestSample() {}

  static Manifest of(String name, String status, Instant at) {
    return new Manifest(
        name,
        status,
        "hub",
        at,
        "0/1",
        "15.19",
        "15.18",
        "62",
        1,
        1,
        "00",
        new Contents(List.of(), Catalogue.of(List.of()), Map.of()),
        Map.of(),
        Map.of(),
        null);
  }
}
