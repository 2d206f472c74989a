package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.OwnCompany;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On which side of a document that names both the company itself stands. */
final class OwnSide {
  private static final String CUSTOMER = HeaderName.normalise("NIF client");
  private static final String UBL = HeaderName.normalise("Document UBL");
  private static final String SUPPLIER = HeaderName.normalise("NIF fournisseur");

  private final OwnCompany company;

  OwnSide(OwnCompany company) {
    this.company = company;
  }

  /** Whether the first row has the company's NIF under that header. */
  boolean isUnder(String header, Layout layout) {
    return isOwn(first(layout, HeaderName.normalise(header)));
  }

  /** An order that the company placed itself is none of its customers'. */
  void refuseOwnOrder(Recognised recognised, String name) throws UnreadableFile {
    boolean order = recognised.feed().document().equals("orders");
    if (order && recognised.layouts().stream().anyMatch(l -> isUnder("NIF client", l))) {
      Object[] params = {"name", name, "detected", "reason.own-order"};
      throw new UnreadableFile(RuleBook.finding("FIL-010", Place.FILE, name, params));
    }
  }

  /**
   * An electronic invoice between two others would become a sale of ours. Nobody can tell while the
   * company's own NIF is not known (FIL-021).
   */
  void refuseInvoiceOfOthers(Recognised recognised, String name) throws UnreadableFile {
    boolean invoice = recognised.feed().document().equals("invoices");
    if (invoice
        && recognised.layouts().stream().anyMatch(l -> first(l, UBL) != null && isOfOthers(l))
        && company.nif().isPresent()) {
      Object[] params = {"name", name, "detected", "reason.others-invoice"};
      throw new UnreadableFile(RuleBook.finding("FIL-010", Place.FILE, name, params));
    }
  }

  /** Whether both sides are named and neither is the company. */
  private boolean isOfOthers(Layout layout) {
    String customer = first(layout, CUSTOMER);
    String supplier = first(layout, SUPPLIER);
    return customer != null && supplier != null && !isOwn(customer) && !isOwn(supplier);
  }

  /** FIL-021: neither side is known to be the company, so the feed's direction counts. */
  Optional<Finding> assumed(Layout layout, Feed feed) {
    if (!isOfOthers(layout)) {
      return Optional.empty();
    }
    boolean sale = feed.direction() == Invoice.Direction.SALE;
    String as = sale ? "reason.side.sale" : "reason.side.purchase";
    return Optional.of(RuleBook.finding("FIL-021", Place.FILE, null, "as", as));
  }

  private boolean isOwn(@Nullable String nif) {
    return nif != null && !nif.isEmpty() && company.hasNif(Typography.lettersAndDigits(nif));
  }

  /** Text of the first data row; null where there is no such column. */
  private static @Nullable String first(Layout layout, String header) {
    for (int i = 0; i < layout.headerRow().cells().size(); i++) {
      if (HeaderName.normalise(layout.headerRow().cell(i).text()).equals(header)) {
        int column = i;
        return layout.sheet().head().stream()
            .skip(layout.headerIndex() + 1L)
            .filter(row -> !row.isBlank())
            .findFirst()
            .map(row -> CellValue.text(row.cell(column)))
            .orElse(null);
      }
    }
    return null;
  }
}
