package dz.manchengo.hub.documents;

/** Cell names as Excel shows them. */
final class CellAddress {
  private CellAddress() {}

  /** {@code of(27, 5)} is AB5. */
  static String of(int columnIndex, int rowNumber) {
    return columnName(columnIndex) + rowNumber;
  }

  /** {@code columnName(27)} is AB. */
  static String columnName(int columnIndex) {
    StringBuilder letters = new StringBuilder();
    for (int i = columnIndex + 1; i > 0; i = (i - 1) / 26) {
      letters.insert(0, (char) ('A' + (i - 1) % 26));
    }
    return letters.toString();
  }

  /** The index of a column by its capitals. */
  static int columnOf(String name) {
    int number = 0;
    for (int i = 0; i < name.length(); i++) {
      number = number * 26 + name.charAt(i) - 'A' + 1;
    }
    return number - 1;
  }
}
