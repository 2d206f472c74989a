package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file whose rows are documents by now.
 *
 * @param hints what the feed fixes about reading, for reading the same rows again
 * @param decimalMark that the file shows; null when nothing tells
 * @param rowsRead data rows: neither header, nor blank, nor totals
 * @param detected what was found out, for the acknowledgement
 * @param headerRows sheet name → row number of its header
 * @param findings of the file and of rows that belong to no document
 */
public record Interpreted(
    Feed feed,
    DocumentPosting posting,
    FileReader.ReadingHints hints,
    @Nullable Character decimalMark,
    int rowsRead,
    Map<String, String> detected,
    Map<String, Integer> headerRows,
    List<RawDocument> documents,
    List<Finding> findings) {}
