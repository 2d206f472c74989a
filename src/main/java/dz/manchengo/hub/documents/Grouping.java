package dz.manchengo.hub.documents;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * How rows become documents.
 *
 * @param number field whose value names the document
 * @param eachRow whether every row is a document of its own, as a payment is
 * @param header fields that hold for a whole document; all others belong to a line
 */
record Grouping(String number, boolean eachRow, Set<String> header) {

  static Grouping of(DocumentPosting posting, Aliases aliases) {
    Set<String> header =
        aliases.fields(posting.scopes().get(0)).stream()
            .map(Aliases.Field::name)
            .filter(field -> !posting.lineFields().contains(field))
            .collect(Collectors.toUnmodifiableSet());
    return new Grouping(posting.numberField(), posting.isEachRowADocument(), header);
  }

  boolean isHeader(String field) {
    return eachRow || header.contains(field);
  }
}
