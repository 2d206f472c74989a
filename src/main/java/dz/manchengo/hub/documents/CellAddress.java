package dz.manchengo.hub.documents;

/** Cell names as Excel shows them. */
final class CellAddress {
  private CellAddress() {}

  /** {@code of(27, 5)} is AB5. */
  static String of(int columnIndex, int rowNumber) {
    StringBuilder letters = new StringBuilder();
    for (int i = columnIndex + 1; i > 0; i = (i - 1) / 26) {
      letters.insert(0, (char) ('A' + (i - 1) % 26));
    }
    return letters.append(rowNumber).toString();
  }
}
