package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;

/** What reading one file costs in memory and on disk, over all its sheets and members. */
final class Volume {
  private static final long MOST_CELLS_A_ROW = 50;

  private final Limits limits;
  private long rows;
  private long cells;
  private long characters;
  private long spooled;
  private long inflated;

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

  /** Cells on their way to disk; no file of the largest size that is taken has as many. */
  void addSpooled(Place place, int more) throws UnreadableFile {
    spooled += more;
    check(place, "reason.what.cells", spooled, limits.rows() * MOST_CELLS_A_ROW);
  }

  /** Unpacked bytes of all archives, those inside an archive included. */
  void addInflated(long more) throws UnreadableFile {
    inflated += more;
    check(Place.FILE, "reason.what.inflated", inflated >> 20, limits.inflatedBytes() >> 20);
  }

  private static void check(Place place, String what, long value, long limit)
      throws UnreadableFile {
    if (value > limit) {
      throw Refusal.tooLarge(place, what, value, limit);
    }
  }
}
