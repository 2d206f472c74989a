package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invoice, credit note or order of UBL 2.1 or later, as rows under French headers. */
final class UblDocument {
  /** One document is held whole (decision 0012); no real one comes near it. */
  private static final int MOST_LINES = 20_000;

  private final UblElement root;
  private final List<UblLine> lines = new ArrayList<>();
  private @Nullable UblTax tax;

  UblDocument(UblElement root) {
    this.root = root;
  }

  String type() {
    return root.name();
  }

  boolean isOrder() {
    return type().equals("Order");
  }

  /** Whether lines came: then the header is over. */
  boolean isAtLines() {
    return tax != null;
  }

  void addLine(UblElement line) throws UnreadableFile {
    if (lines.size() >= MOST_LINES) {
      throw Refusal.tooLarge(
          Place.row("", line.line()), "reason.what.xml-lines", lines.size() + 1, MOST_LINES);
    }
    lines.addAll(UblLine.of(line, taxes(), currency()));
  }

  private UblTax taxes() {
    if (tax == null) {
      tax = new UblTax(root, currency());
    }
    return tax;
  }

  private String currency() {
    String told = root.text("DocumentCurrencyCode");
    UblElement payable = root.first("LegalMonetaryTotal/PayableAmount");
    return told.isEmpty() && payable != null ? payable.attribute("currencyID") : told;
  }

  /** A row of the table. */
  record Row(int line, Map<String, Cell> cells) {}

  /** One for each line and each charge, the header's values on all of them. */
  List<Row> rows() throws UnreadableFile {
    if (lines.isEmpty()) {
      throw Refusal.unreadable(Place.row("", root.line()), "reason.ubl.no-lines");
    }
    UblAllowances allowances = new UblAllowances(root, taxes(), currency());
    lines.addAll(0, allowances.charges()); // as in the file
    Cell discount = allowances.spread(lines);
    Map<String, Cell> header = header();
    header.put("Remise globale", discount);
    List<Row> rows = new ArrayList<>(lines.size());
    for (UblLine line : lines) {
      Map<String, Cell> cells = new LinkedHashMap<>(header);
      // what a line leaves out is as the document says it
      line.cells().forEach((name, own) -> cells.merge(name, own, (of, o) -> o.isBlank() ? of : o));
      rows.add(new Row(line.line(), cells));
    }
    return rows;
  }

  private Map<String, Cell> header() {
    Map<String, Cell> row = new LinkedHashMap<>();
    row.put("Document UBL", new Cell.Text(type()));
    row.put("Devise", UblValue.text(currency()));
    row.put("Note", UblValue.text(root.text("Note")));
    if (isOrder()) {
      ofOrder(row);
    } else {
      ofInvoice(row);
    }
    return row;
  }

  private void ofOrder(Map<String, Cell> row) {
    row.put("N° commande", UblValue.text(root.text("ID")));
    row.put("Date commande", UblValue.date(root.text("IssueDate")));
    row.put("Réf. commande client", UblValue.text(root.text("CustomerReference")));
    row.put(
        "Date livraison",
        UblValue.date(
            root.text(
                "Delivery/RequestedDeliveryPeriod/EndDate",
                "Delivery/RequestedDeliveryPeriod/StartDate",
                "RequestedDeliveryPeriod/EndDate",
                "RequestedDeliveryPeriod/StartDate")));
    parties(row, "BuyerCustomerParty", "SellerSupplierParty");
    totals(row, root.first("AnticipatedMonetaryTotal"));
  }

  private void ofInvoice(Map<String, Cell> row) {
    row.put("N° facture", UblValue.text(root.text("ID")));
    row.put(
        "Type",
        UblValue.text(UblCodes.kind(type(), root.text("InvoiceTypeCode", "CreditNoteTypeCode"))));
    row.put("Date facture", UblValue.date(root.text("IssueDate")));
    row.put("Date d'échéance", UblValue.date(root.text("DueDate", "PaymentMeans/PaymentDueDate")));
    row.put(
        "Facture d'origine",
        UblValue.text(root.text("BillingReference/InvoiceDocumentReference/ID")));
    row.put("N° commande", UblValue.text(root.text("OrderReference/ID")));
    row.put("N° BL", UblValue.text(root.text("DespatchDocumentReference/ID")));
    row.put(
        "Mode de paiement",
        UblValue.text(UblCodes.payment(root.text("PaymentMeans/PaymentMeansCode"))));
    parties(row, "AccountingCustomerParty", "AccountingSupplierParty");
    row.put("Total TVA", taxes().vat());
    row.put("Timbre", taxes().stamp());
    totals(row, root.first("LegalMonetaryTotal"));
  }

  private void parties(Map<String, Cell> row, String customer, String supplier) {
    for (String role : List.of("client", "fournisseur")) {
      UblElement party = root.first(role.equals("client") ? customer : supplier);
      if (party != null) {
        new UblParty(party).put(row, role);
      }
    }
  }

  private void totals(Map<String, Cell> row, @Nullable UblElement totals) {
    if (totals == null) {
      return;
    }
    UblElement ht = totals.first("TaxExclusiveAmount");
    row.put(
        "Total HT", UblValue.amount(ht == null && isOrder() ? ofLines(totals) : ht, currency()));
    row.put("Total TTC", UblValue.amount(totals.first("TaxInclusiveAmount"), currency()));
    if (isOrder()) {
      return; // nothing is paid yet
    }
    Cell prepaid = UblValue.amount(totals.first("PrepaidAmount"), currency());
    Cell rounding = UblValue.amount(totals.first("PayableRoundingAmount"), currency());
    row.put("Acompte versé", prepaid);
    row.put("Arrondi", rounding);
    row.put("Net avant acompte", net(totals, prepaid, rounding));
  }

  /** Orders often give the sum of their lines only; less a discount it is not what they come to. */
  private static @Nullable UblElement ofLines(UblElement totals) {
    return totals.first("AllowanceTotalAmount") == null && totals.first("ChargeTotalAmount") == null
        ? totals.first("LineExtensionAmount")
        : null;
  }

  /** What was asked before anything was paid: the hub's « net à payer ». */
  private Cell net(UblElement totals, Cell prepaid, Cell rounding) {
    Cell payable = UblValue.amount(totals.first("PayableAmount"), currency());
    BigDecimal amount = UblValue.of(payable);
    if (amount == null) {
      return payable;
    }
    BigDecimal paid = UblValue.of(prepaid);
    BigDecimal rounded = UblValue.of(rounding);
    return new Cell.Numeric(
        amount
            .add(paid == null ? BigDecimal.ZERO : paid)
            .subtract(rounded == null ? BigDecimal.ZERO : rounded));
  }
}
