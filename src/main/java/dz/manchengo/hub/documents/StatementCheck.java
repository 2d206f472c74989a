package dz.manchengo.hub.documents;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands around a table may refuse its file, whatever the table holds. */
final class StatementCheck {
  private static final Pattern WITHOUT_TAX =
      Pattern.compile("ht\\b|h\\.t|hors|excl|net of|without");

  private final Recognised recognised;
  private final Layout layout;
  private final String name;
  private final Statement statement;
  private final Place place;

  /**
   * Of one table.
   *
   * @param name of the file
   */
  StatementCheck(Recognised recognised, Layout layout, String name) {
    this.recognised = recognised;
    this.layout = layout;
    this.name = name;
    this.statement = new Statement(layout, name);
    this.place = Place.row(layout.sheet().name(), layout.headerRow().number());
  }

  void check() throws UnreadableFile {
    if (recognised.posting().document().equals("invoices")) {
      refuseOffer();
      refusePurchase();
      refuseBothSides();
      refuseTaxed();
    }
    refuseOtherCurrency();
    refuseOtherUnit();
    Finding twice = layout.titles().twice();
    if (twice != null) {
      throw new UnreadableFile(twice);
    }
  }

  private void refuseOffer() throws UnreadableFile {
    refuse(statement.offer().orElse(null), "reason.report.offer");
    boolean told = layout.has("status") || layout.has("doc_kind");
    refuse(told ? null : statement.noInvoices().orElse(null), "reason.report.no-invoices");
  }

  private void refuse(@Nullable String title, String detected) throws UnreadableFile {
    if (title != null) {
      throw new UnreadableFile(
          RuleBook.finding(
              "FIL-010", place, title, "name", name, "detected", detected, "title", title));
    }
  }

  private void refusePurchase() throws UnreadableFile {
    String title = statement.surelyPurchase().orElse(null);
    if (title != null && recognised.feed().direction() == Invoice.Direction.SALE) {
      throw new UnreadableFile(RuleBook.finding("FIL-032", place, title, "value", title));
    }
  }

  private void refuseBothSides() throws UnreadableFile {
    if (statement.namesBothSides()) {
      throw new UnreadableFile(RuleBook.finding("FIL-035", place, null));
    }
  }

  /** FIL-049: prices with tax by the title, under a header that says neither. */
  private void refuseTaxed() throws UnreadableFile {
    String title = statement.taxed().orElse(null);
    Layout.Column mute =
        layout.columns().stream().filter(StatementCheck::isMutePrice).findFirst().orElse(null);
    if (title != null && mute != null && !layout.has("unit_price_ttc")) {
      String header = mute.header().strip();
      throw new UnreadableFile(
          RuleBook.finding("FIL-049", place.at(header), title, "value", title, "field", header));
    }
  }

  private static boolean isMutePrice(Layout.Column column) {
    return column.match().fields().stream().anyMatch(f -> f.name().equals("unit_price_ht"))
        && !WITHOUT_TAX.matcher(Typography.fold(column.header())).find();
  }

  private void refuseOtherCurrency() throws UnreadableFile {
    String title = statement.otherCurrency().orElse(null);
    if (title != null) {
      throw new UnreadableFile(
          RuleBook.finding("FMT-015", place, title, "value", "« " + title + " »")
              .withSeverity(Severity.REJECT_FILE));
    }
  }

  /** FMT-026: amounts in thousands, where neither the feed nor a column says the unit. */
  private void refuseOtherUnit() throws UnreadableFile {
    String title = statement.otherUnit().orElse(null);
    boolean told = recognised.feed().saysMoneyUnit() || layout.has("money_unit");
    if (title != null && !told && layout.columns().stream().anyMatch(Layout.Column::isMoney)) {
      throw new UnreadableFile(RuleBook.finding("FMT-026", place, title, "value", title));
    }
  }
}
