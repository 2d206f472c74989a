package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credit notes whose number stands in a column of its own, « N° avoir »: the number of an invoice
 * beside it is that of the invoice they credit. On a sheet that has invoices too, a row with both
 * numbers may be an invoice with the credit note it got; only its kind tells, and without one it is
 * asked for (FMT-024).
 */
final class CreditNumbers {
  static final String FIELD = "credit_no";

  private static final String KIND = "doc_kind";
  private static final String ORIGINAL = "original_no";

  private final Layout.@Nullable Column credit;
  private final Layout.@Nullable Column number;
  private final String numberField;
  private boolean invoices;

  CreditNumbers(List<Layout.Column> columns, String numberField) {
    this.credit = column(columns, FIELD);
    this.number = column(columns, numberField);
    this.numberField = numberField;
  }

  private static Layout.@Nullable Column column(List<Layout.Column> columns, String field) {
    return columns.stream().filter(column -> column.means(field)).findFirst().orElse(null);
  }

  /** Whether any column numbers the documents. */
  boolean isNumbered() {
    return credit != null || number != null;
  }

  /** The text that names the row's document; empty where the row does not say it. */
  String text(SourceRow row) {
    String ofCredit = text(row, credit);
    String ofInvoice = text(row, number);
    invoices |= Texts.isBlank(ofCredit) && !Texts.isBlank(ofInvoice);
    return Texts.isBlank(ofCredit) ? ofInvoice : ofCredit;
  }

  private static String text(SourceRow row, Layout.@Nullable Column column) {
    if (column == null) {
      return "";
    }
    Cell cell = row.cell(column.index());
    return CellValue.fault(cell) == null ? cell.text() : ""; // an error names no document
  }

  /** Makes a row that numbers a credit note one of that credit note. */
  void settle(DataRow row) {
    if (credit == null) {
      return;
    }
    Map<String, Object> header = row.header();
    Object ofCredit = header.remove(FIELD);
    Object ofInvoice = header.get(numberField);
    if (ofCredit == null || header.get(KIND) == Invoice.Kind.INVOICE) {
      return;
    }
    if (invoices && ofInvoice != null && !header.containsKey(KIND)) {
      row.add(doubt(row, credit, String.valueOf(ofCredit), String.valueOf(ofInvoice)));
    }
    header.put(numberField, ofCredit);
    header.putIfAbsent(KIND, Invoice.Kind.CREDIT_NOTE);
    if (ofInvoice != null) {
      header.putIfAbsent(ORIGINAL, ofInvoice);
    }
  }

  private static Finding doubt(
      DataRow row, Layout.Column credit, String ofCredit, String ofInvoice) {
    return RuleBook.finding(
        "FMT-024",
        row.place().at(credit.header()),
        ofCredit,
        "row",
        row.place().row(),
        "credit",
        ofCredit,
        "invoice",
        ofInvoice);
  }
}
