package dz.manchengo.hub.documents;

/**
 * Where something stands in a file, in the coordinates that Excel shows.
 *
 * @param sheet sheet name; empty for a file without sheets (CSV)
 * @param row 1-based row number; 0 when the whole file is meant
 * @param column the column's header as the file has it; empty when the whole row is meant
 */
public record Place(String sheet, int row, String column) {
  public static final Place FILE = new Place("", 0, "");

  public static Place row(String sheet, int row) {
    return new Place(sheet, row, "");
  }

  public Place at(String header) {
    return new Place(sheet, row, header);
  }
}
