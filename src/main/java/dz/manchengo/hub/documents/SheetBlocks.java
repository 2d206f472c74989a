package dz.manchengo.hub.documents;

/**
 * Rows that stand together: an empty row parts them. A document may go on behind that, or be there
 * once more.
 */
final class SheetBlocks {
  private int block;

  /**
   * Where a row stands.
   *
   * @param block counts them, from 1
   * @param named whether it names its document itself
   */
  record Start(int block, boolean named) {}

  /** Of the next row, before it inherits from those above. */
  Start next(DataRow row, String number) {
    block += block == 0 || row.isBelowEmpty() ? 1 : 0;
    return new Start(block, row.header().containsKey(number));
  }
}
