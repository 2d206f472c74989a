package dz.manchengo.hub.documents;

import org.jspecify.annotations.Nullable;

/**
 * What stands between the rows of a table and would change what those below it are: another form,
 * another table, another customer, « AVOIRS ». Passed over, the rows below would be read as those
 * above (FIL-029).
 */
final class BetweenRows {
  private final Layout layout;
  private final Statement statement;
  private final boolean invoices;
  private final boolean titled;
  private final CurrencyAround currency;
  private @Nullable SourceRow other;

  BetweenRows(Layout layout, Feed feed) {
    this.layout = layout;
    this.invoices = feed.document().equals("invoices");
    this.statement = new Statement(layout, "");
    this.currency = new CurrencyAround(layout, feed);
    int header = layout.headerRows().get(0).number();
    layout.sheet().head().stream().filter(r -> r.number() < header).forEach(currency::total);
    this.titled = !layout.titles().shown().isEmpty();
  }

  /** A row that is no row of the table. */
  void aside(SourceRow row) throws UnreadableFile {
    lookForLabels(layout.own(row));
    currency.total(layout.own(row));
    currency.note(layout.own(row));
  }

  /** A row that sums up. */
  void total(SourceRow row) {
    currency.total(layout.own(row));
  }

  /** After the last row. */
  void end() throws UnreadableFile {
    currency.end();
  }

  /**
   * A row of the table.
   *
   * @param numberless whether none of its cells gives a number: nearly every row has some
   */
  void data(SourceRow row, boolean numberless) throws UnreadableFile {
    if (titled || numberless) {
      SourceRow own = layout.own(row);
      lookForLabels(own);
      refuseIf(numberless && OtherTable.begins(own, layout), own);
      if (numberless) {
        currency.note(own);
      }
    }
    SourceRow above = other;
    refuseIf(above != null && above.number() < row.number(), above == null ? row : above);
  }

  /** It matters only if rows follow: people date and sign what they have written. */
  private void lookForLabels(SourceRow own) throws UnreadableFile {
    refuseIf(OtherTable.isLabelled(own), own);
    boolean says =
        (titled && OtherTable.repeats(own, layout.titles()))
            || (own.cells().stream().filter(cell -> !cell.isBlank()).count() == 1
                && statement.isOther(TotalRows.label(own), invoices));
    if (other == null && says) {
      other = own;
    }
  }

  private void refuseIf(boolean isOther, SourceRow row) throws UnreadableFile {
    if (isOther) {
      throw OtherTable.refusal(row, layout);
    }
  }
}
