package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a business module offers so that documents of its kind reach its tables. */
public interface DocumentPosting {
  /** Kind of document, named like its drop folder: {@code invoices}. */
  String document();

  /** Scopes of {@code aliases.tsv} that its files use: the header's first, then the line's. */
  List<String> scopes();

  /** Fields of which a file must have at least one column in each group (FIL-004). */
  List<List<String>> required();

  /**
   * The same for a journal, which has one row of totals for each document and no lines; empty where
   * a document needs lines.
   */
  default List<List<String>> requiredOfJournals() {
    return List.of();
  }

  /** The same of a file whose documents are parted: which of its sheets has the column is alike. */
  default List<List<String>> requiredSomewhere() {
    return List.of();
  }

  /** The field whose value names a document; rows with the same value are one document. */
  default String numberField() {
    return "doc_no";
  }

  /** Whether every row is a document of its own, as a payment or a movement is. */
  default boolean isEachRowADocument() {
    return false;
  }

  /** Fields of the first scope that belong to the line all the same. */
  default Set<String> lineFields() {
    return Set.of();
  }

  /** Sheets that complete others where a workbook parts its documents; the likelier kind first. */
  default List<DetailSheet> details() {
    return List.of();
  }

  /**
   * Whether documents of several submissions may be posted by one session: it says nothing of the
   * file as a whole, and takes {@link Posting#submissionOf} at its word.
   */
  default boolean sharesCommits() {
    return false;
  }

  /** Whether its documents are lists that the company keeps, and partners do not bring. */
  default boolean isMasterData() {
    return false;
  }

  /** Begins the posting of one file, in the calling transaction. */
  Session open(Posting posting);

  /**
   * A sheet with rows of documents that another sheet of the workbook heads, joined by their number
   * (domain notes §7.2).
   *
   * @param scopes of {@code aliases.tsv}, the sheet's own first
   * @param required as {@link #required()}, beside the number
   * @param always whether every document has rows there; then a sheet that has all columns itself
   *     needs no second one, and one without rows is incomplete (FIL-014)
   * @param called what such sheets are called, in small letters without accents, where their
   *     columns may be another kind's too
   */
  record DetailSheet(
      List<String> scopes, List<List<String>> required, boolean always, Pattern called) {
    private static final Pattern ANYTHING = Pattern.compile("");

    public DetailSheet(List<String> scopes, List<List<String>> required, boolean always) {
      this(scopes, required, always, ANYTHING);
    }

    /**
     * Tells a sheet « À corriger », whose name is gone, of which kind it was; empty for one kind.
     */
    String word() {
      return called == ANYTHING ? "" : scopes.get(0).toLowerCase(Locale.ROOT);
    }

    boolean isCalled(String sheet) {
      return called != ANYTHING && called.matcher(Typography.fold(sheet)).find();
    }
  }

  /**
   * One file on its way to the tables.
   *
   * @param submission it came by
   * @param writes false to judge only: nothing is written, and all that would be is told
   * @param own submission of each document, where several share one commit ({@link
   *     #sharesCommits}); {@code submission} is then the first of them
   */
  record Posting(
      long submission, Feed feed, boolean writes, @Nullable ToLongFunction<RawDocument> own) {

    public Posting(long submission, Feed feed, boolean writes) {
      this(submission, feed, writes, null);
    }

    /** The submission that brought the document. */
    public long submissionOf(RawDocument document) {
      return own == null ? submission : own.applyAsLong(document);
    }
  }

  /**
   * Judges the documents of one file and writes those that stand. They come in portions, so that
   * memory does not grow with the file; each document comes once, whole, and gets one verdict, at
   * the latest when the session ends.
   */
  interface Session {
    /**
     * Takes a portion.
     *
     * @throws UnreadableFile if what the documents say together condemns the file (FMT-016)
     */
    void post(List<RawDocument> documents, Answers answers) throws UnreadableFile;

    /** No more documents come. */
    void end(Answers answers) throws UnreadableFile;
  }

  /** Takes what is to be said. */
  interface Answers {
    void verdict(Verdict verdict);

    /** Of a document that has its verdict already, or of the whole file; never a rejection. */
    void finding(Finding finding);
  }
}
