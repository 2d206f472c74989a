package dz.manchengo.hub.documents;

/**
 * « N° pièce » of a list of payments: alone it is the invoice that was paid, beside « N° facture »
 * the payment's own number, which tells two of one day and amount apart.
 */
final class PieceColumn {
  /** The payment's own number. */
  static final String FIELD = "reference";

  /** What it is taken for alone. */
  static final String INVOICE = "invoice_no";

  private PieceColumn() {}

  static boolean isPayments(Layout.Column column, SheetSurvey survey) {
    return column.means(INVOICE)
        && !NearestHeader.isInvoice(column)
        && survey.columns().stream()
            .map(ColumnSurvey::column)
            .anyMatch(c -> c.means(INVOICE) && NearestHeader.isInvoice(c))
        && survey.columns().stream().noneMatch(c -> c.column().means(FIELD));
  }
}
