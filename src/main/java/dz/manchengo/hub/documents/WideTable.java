package dz.manchengo.hub.documents;

import java.util.List;

/**
 * A list with more columns than a document needs: an ERP writes twenty or sixty of them. What
 * counts is that those are there that the document cannot do without; how many others stand beside
 * them says nothing.
 */
final class WideTable {
  /** A table of fewer needs is told by its other columns, unless its folder says what it is. */
  private static final int TELLING = 4;

  /** Where one column in so many is missing, it is asked for (FIL-004). */
  private static final int ALL_BUT_ONE = 5;

  private WideTable() {}

  /**
   * Whether the table is one of such documents.
   *
   * @param known whether the folder says what the file is
   */
  static boolean isOne(Layout layout, DocumentPosting posting, Feed feed, boolean known) {
    List<List<String>> required = posting.required();
    if (!known && required.size() < TELLING) {
      return false;
    }
    List<List<String>> ofJournals = posting.requiredOfJournals();
    return layout.missing(required, feed).size() * ALL_BUT_ONE <= required.size()
        || (!ofJournals.isEmpty() && layout.missing(ofJournals, feed).isEmpty());
  }

  /** The same of a sheet that completes another one. */
  static boolean isOne(Layout layout, DocumentPosting.DetailSheet kind, String number, Feed feed) {
    return layout.has(number) && layout.missing(kind.required(), feed).isEmpty();
  }
}
