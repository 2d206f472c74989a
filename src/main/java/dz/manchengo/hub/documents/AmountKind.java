package dz.manchengo.hub.documents;

/** What an amount is of, and whether it holds the VAT. */
enum AmountKind {
  LINE_HT("line_ht", false),
  TOTAL_TTC("total_ttc", true),
  LINE_TTC("line_ttc", true),
  TOTAL_HT("total_ht", false);

  private final String field;
  private final boolean taxed;

  AmountKind(String field, boolean taxed) {
    this.field = field;
    this.taxed = taxed;
  }

  String field() {
    return field;
  }

  boolean isTaxed() {
    return taxed;
  }

  boolean isOfLine() {
    return this == LINE_HT || this == LINE_TTC;
  }
}
