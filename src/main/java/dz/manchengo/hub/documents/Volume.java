package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;

/** What reading one file keeps in memory, over all its sheets. */
final class Volume {
  private final Limits limits;
  private long rows;
  private long cells;
  private long characters;

  Volume(Limits limits) {
    this.limits = limits;
  }

  void addRows(Place place, int more) throws UnreadableFile {
    rows += more;
    check(place, "reason.what.rows", rows, limits.rows());
  }

  void addCells(Place place, long more) throws UnreadableFile {
    cells += more;
    check(place, "reason.what.cells", cells, limits.cells());
  }

  void addCharacters(Place place, int more) throws UnreadableFile {
    characters += more;
    check(place, "reason.what.characters", characters, limits.characters());
  }

  private static void check(Place place, String what, long value, long limit)
      throws UnreadableFile {
    if (value > limit) {
      throw Refusal.tooLarge(place, what, value, limit);
    }
  }
}
