package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A file whose feed is known, with the sheets that the feed can read. */
record Recognised(Feed feed, DocumentPosting posting, List<Layout> layouts) {
  private static final Set<String> TOTALS =
      Set.of("total_ht", "total_vat", "total_ttc", "net_to_pay", BareAmount.FIELD);

  /** A column « TVA » may hold rates. */
  private static final Set<String> SUMS = Set.of("total_ht", "total_ttc", "net_to_pay");

  /** What documents must have and lists of articles, customers or warehouses have too. */
  private static final Set<String> OF_RECORDS =
      Set.of(
          "product_code",
          "product_name",
          "description",
          "party_code",
          "party_name",
          "party_nif",
          "unit_price_ht",
          "unit_price_net_ht",
          "unit_price_ttc",
          "warehouse",
          "warehouse_to");

  private static final Set<String> OF_LINES = Set.of("qty", "unit_price_ht");

  /**
   * Without the summaries beside whole sheets: « Récap » by month or customer, that has neither
   * number nor date and no priced quantities, or totals alone, holds no documents.
   */
  Recognised withoutSummaries() {
    return hasWholeSheet()
        ? new Recognised(feed, posting, layouts.stream().filter(l -> !isSummary(l)).toList())
        : this;
  }

  private boolean isSummary(Layout layout) {
    List<List<String>> missing = missing(layout);
    if (missing.isEmpty() || layout.details() != null) {
      return false;
    }
    boolean sums =
        OF_LINES.stream().noneMatch(layout::has) && TOTALS.stream().anyMatch(layout::has);
    boolean numberless =
        missing.size() > 1
            && missing.stream().anyMatch(group -> group.contains(posting.numberField()));
    return sums || (numberless && !OF_LINES.stream().allMatch(layout::has));
  }

  /** The kinds of sheets that complete others in this workbook; none where each is whole. */
  List<DocumentPosting.DetailSheet> details() {
    return layouts.stream().map(Layout::details).filter(Objects::nonNull).distinct().toList();
  }

  /** What that sheet must give: of several sheets each its own, and all the number. */
  List<List<String>> required(Layout layout) {
    List<DocumentPosting.DetailSheet> kinds = details();
    if (kinds.isEmpty()) {
      return isJournal(layout) ? posting.requiredOfJournals() : posting.required();
    }
    DocumentPosting.DetailSheet own = layout.details();
    List<List<String>> required =
        new ArrayList<>(own == null ? posting.required() : own.required());
    if (own == null) {
      kinds.forEach(kind -> required.removeAll(kind.required()));
      required.removeAll(posting.requiredSomewhere());
    } else {
      required.add(List.of(posting.numberField()));
    }
    return required;
  }

  private boolean isJournal(Layout layout) {
    List<List<String>> required = posting.requiredOfJournals();
    return !required.isEmpty() && layout.isJournal() && layout.missing(required, feed).isEmpty();
  }

  /** Whether another file has to complete its documents: no sheet of it holds whole ones. */
  boolean isHalf() {
    if (posting.details().isEmpty() || !details().isEmpty()) {
      return false;
    }
    List<List<String>> whole = new ArrayList<>(posting.required());
    posting.details().forEach(kind -> whole.addAll(kind.required()));
    return layouts.stream().noneMatch(layout -> layout.missing(whole, feed).isEmpty());
  }

  /**
   * Whether it completes sheets without which it came; a list of lines is asked for its columns.
   */
  boolean isDetailsAlone(Layout layout) {
    return details().isEmpty()
        && layout.has(posting.numberField())
        && posting.details().stream()
            .anyMatch(kind -> !kind.always() && isNothingElse(layout, kind));
  }

  private boolean isNothingElse(Layout layout, DocumentPosting.DetailSheet kind) {
    List<List<String>> head = new ArrayList<>(posting.required());
    head.removeAll(kind.required());
    head.remove(List.of(posting.numberField()));
    return layout.missing(kind.required(), feed).isEmpty()
        && layout.missing(head, feed).size() == head.size();
  }

  /**
   * A code and a name are all that a list must have, and every document has them too: one of which
   * the file has more columns than of the list, quantities, dates or totals among them, is meant,
   * and is asked for what it lacks.
   */
  Recognised orDocument(List<Recognised> others) {
    return posting.isMasterData()
        ? others.stream()
            .filter(other -> other.score() > score() && other.tellsOfMoreThanRecords())
            .max(Comparator.comparingInt(Recognised::score))
            .orElse(this)
        : this;
  }

  private boolean tellsOfMoreThanRecords() {
    return !posting.isMasterData()
        && layouts.stream()
            .anyMatch(
                layout ->
                    layout.has(posting.numberField())
                        || SUMS.stream().anyMatch(layout::has)
                        || posting.required().stream()
                            .flatMap(List::stream)
                            .anyMatch(field -> !OF_RECORDS.contains(field) && layout.has(field)));
  }

  int score() {
    return layouts.stream().mapToInt(Layout::score).sum();
  }

  /** Whether no sheet lacks a column without which there is no such document. */
  boolean isComplete() {
    return layouts.stream().allMatch(layout -> missing(layout).isEmpty());
  }

  /** Whether any sheet lacks nothing. */
  boolean hasWholeSheet() {
    return layouts.stream().anyMatch(layout -> missing(layout).isEmpty());
  }

  /** The groups of fields of which no sheet has a column (FIL-004). */
  List<List<String>> missingEverywhere() {
    List<List<String>> missing = new ArrayList<>(posting.requiredSomewhere());
    layouts.forEach(
        layout ->
            missing.retainAll(isWholeJournal(layout) ? List.of() : layout.missing(missing, feed)));
    return missing;
  }

  /** Of two of HT, VAT and TTC the third follows. */
  private boolean isWholeJournal(Layout layout) {
    return details().isEmpty() && isJournal(layout);
  }

  /** The same for its sender: of a list of totals nobody wants the articles. */
  List<List<String>> asked(Layout layout) {
    List<List<String>> missing = missing(layout);
    boolean totals =
        details().isEmpty() && layout.isJournal() && TOTALS.stream().anyMatch(layout::has);
    return missing.isEmpty() || !totals || posting.requiredOfJournals().isEmpty()
        ? missing
        : layout.missing(posting.requiredOfJournals(), feed);
  }

  /** The groups of fields of which the sheet has no column (FIL-004). */
  List<List<String>> missing(Layout layout) {
    return layout.missing(required(layout), feed);
  }
}
