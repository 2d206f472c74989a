package dz.manchengo.hub.documents;

import org.jspecify.annotations.Nullable;

/** Which rows of a sheet are one document, as far as their numbers tell. */
final class CountedDocuments {
  private final Grouping grouping;
  private final Feed feed;
  private final CreditNumbers numbers;
  private final @Nullable ScatteredDocuments scattered;
  private final DatedParty whose;
  private final NumberHabit habit = new NumberHabit();
  private String document = "";
  private String norm = "";
  private int documents;

  /**
   * Of one sheet.
   *
   * @param scattered is told of each row; null where it knows them
   */
  CountedDocuments(
      Layout layout,
      Grouping grouping,
      Feed feed,
      CreditNumbers numbers,
      @Nullable ScatteredDocuments scattered) {
    this.grouping = grouping;
    this.feed = feed;
    this.numbers = numbers;
    this.scattered = scattered;
    this.whose = DatedParty.of(layout);
  }

  /**
   * The next data row.
   *
   * @return whether it may as well be another document's, whose number is missing
   */
  boolean next(SourceRow row) {
    if (grouping.eachRow() || !numbers.isNumbered()) {
      documents++;
      return false;
    }
    String text = numbers.text(row);
    DatedParty.Said said = whose.of(row);
    if (Texts.isBlank(text)) {
      tell("");
      return unnumbered(said);
    }
    if (text.equals(document)) {
      habit.repeats();
    } else {
      document = text;
      norm = DocumentNumber.norm(feed.stripped(grouping.number(), text));
      documents++;
    }
    tell(norm);
    return false;
  }

  private boolean unnumbered(DatedParty.Said said) {
    if (said == DatedParty.Said.NOTHING) {
      habit.isSilent();
    } else if (said == DatedParty.Said.OTHERS) {
      document = "";
      documents++;
    }
    return said == DatedParty.Said.THE_SAME;
  }

  private void tell(String number) {
    if (scattered != null) {
      scattered.add(number);
    }
  }

  /** So many so far; rows of the same one have the same. */
  int documents() {
    return documents;
  }

  /** Whether each row says its number, but for some where it was forgotten. */
  boolean repeatNumbers() {
    return habit.isToRepeat(documents);
  }
}
