package dz.manchengo.hub.documents;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How rows become documents.
 *
 * @param number field whose value names the document
 * @param eachRow whether every row is a document of its own, as a payment is
 * @param part what its sheet has of the documents
 * @param header fields that hold for a whole document; all others belong to a line
 */
record Grouping(String number, boolean eachRow, Part part, Set<String> header) {
  enum Part {
    WHOLE,
    /** Of documents whose lines another sheet has. */
    HEADS,
    /** What completes documents that another sheet heads. */
    DETAILS
  }

  static Grouping of(DocumentPosting posting, Aliases aliases) {
    Set<String> header =
        aliases.fields(posting.scopes().get(0)).stream()
            .map(Aliases.Field::name)
            .filter(field -> !posting.lineFields().contains(field))
            .collect(Collectors.toUnmodifiableSet());
    return new Grouping(posting.numberField(), posting.isEachRowADocument(), Part.WHOLE, header);
  }

  /** Of the sheet with the details: what its own scope has, a line has. */
  static Grouping ofDetails(
      DocumentPosting posting, DocumentPosting.DetailSheet details, Aliases aliases) {
    Set<String> header = new HashSet<>(of(posting, aliases).header());
    aliases.fields(details.scopes().get(0)).forEach(field -> header.remove(field.name()));
    header.add(posting.numberField());
    return new Grouping(posting.numberField(), false, Part.DETAILS, Set.copyOf(header));
  }

  /** Of a sheet without lines beside one that has them. */
  Grouping ofHeads() {
    return new Grouping(number, eachRow, Part.HEADS, header);
  }

  boolean details() {
    return part == Part.DETAILS;
  }

  boolean heads() {
    return part == Part.HEADS;
  }

  boolean isHeader(String field) {
    return eachRow || header.contains(field) || RateColumns.isField(field);
  }
}
