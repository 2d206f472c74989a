package dz.manchengo.hub.documents;

import java.util.List;

/** What a business module offers so that documents of its kind reach its tables. */
public interface DocumentPosting {
  /** Kind of document, named like its drop folder: {@code invoices}. */
  String document();

  /** Scopes of {@code aliases.tsv} that its files use: the header's first, then the line's. */
  List<String> scopes();

  /** Fields of which a file must have at least one column in each group (FIL-004). */
  List<List<String>> required();

  /**
   * Judges the documents and writes those that stand, all in the calling transaction; one verdict
   * for each document, in their order.
   *
   * @throws UnreadableFile if what the documents say together condemns the file (FMT-016)
   */
  List<Verdict> post(long submission, Feed feed, List<RawDocument> documents) throws UnreadableFile;
}
