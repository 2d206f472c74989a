package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.FileReader.Limits;

/** How far the rows of one sheet may go. */
final class RowLimits {
  private final String sheet;
  private final Limits limits;

  RowLimits(String sheet, Limits limits) {
    this.sheet = sheet;
    this.limits = limits;
  }

  /**
   * Checks a row.
   *
   * @param number 1-based; blank rows before it count
   * @param width up to the last cell that is not blank
   * @param longest characters of its longest cell
   */
  void check(int number, int width, int longest) throws UnreadableFile {
    checkCharacters(number, longest);
    checkWidth(number, width);
    if (number > limits.rows()) {
      throw Refusal.tooLarge(Place.row(sheet, number), "reason.what.rows", number, limits.rows());
    }
  }

  void checkCharacters(int row, int characters) throws UnreadableFile {
    if (characters > limits.cellCharacters()) {
      throw Refusal.tooLarge(
          Place.row(sheet, row),
          "reason.what.cell-characters",
          characters,
          limits.cellCharacters());
    }
  }

  void checkWidth(int row, int columns) throws UnreadableFile {
    if (columns > limits.columns()) {
      throw Refusal.tooLarge(
          Place.row(sheet, row), "reason.what.columns", columns, limits.columns());
    }
  }
}
