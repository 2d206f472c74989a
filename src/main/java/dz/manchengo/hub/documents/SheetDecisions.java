package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a sheet: for the acknowledgement, and for its refused rows, which come back
 * without what showed it.
 */
final class SheetDecisions {
  /** Where a minus makes a credit note of a document. */
  private static final Set<String> SIGNED =
      Set.of("qty", "unit_price_ht", "line_ht", "total_ht", "total_ttc", "net_to_pay");

  private final Layout layout;
  private final String name;
  private final List<Finding> findings;
  private final boolean signed;
  private @Nullable String perhapsCredit;
  private final Map<String, String> detected = new LinkedHashMap<>();
  private final Map<Integer, String> ofColumns = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>(0);
  private final Map<String, String> headers = new LinkedHashMap<>();

  SheetDecisions(Layout layout, String name, SheetSurvey survey, ColumnMeanings meanings) {
    this.layout = layout;
    this.name = name;
    this.findings = new ArrayList<>(survey.findings());
    findings.addAll(SeriesNumber.findings(layout));
    findings.addAll(Dittos.findings(layout));
    findings.addAll(FormCharges.findings(layout));
    this.signed =
        meanings.byField().entrySet().stream()
            .anyMatch(one -> SIGNED.contains(one.getKey()) && one.getValue().hasMinus());
    meanings.unread().forEach(this::leaveUnread);
    ofColumns.putAll(meanings.decisions());
    detected.putAll(meanings.detected());
    meanings.byField().forEach((field, one) -> headers.put(field, one.column().header()));
    if (survey.hasExempt()) {
      headers.put(RawDocument.EXEMPT_BESIDE, "");
    }
    UnreadVat.in(layout).ifPresent(header -> headers.put(RawDocument.UNREAD_VAT, header));
  }

  private void leaveUnread(Layout.Column column) {
    String header = column.header().strip();
    findings.add(
        RuleBook.finding("FIL-005", above().at(column.header()), header, "column", header));
  }

  /** Where the sheet's header stands. */
  private Place above() {
    return Place.row(layout.sheet().name(), layout.headerRow().number());
  }

  /** What is said above the table or by its shape, and by no column. */
  void takeWords(Feed feed, Map<String, Object> constants) {
    if (layout.isOfServices()) {
      words.add(ReadingNote.SERVICES);
      headers.put(RawDocument.SERVICES, headers.getOrDefault("description", ""));
    }
    if (layout.details() != null && !layout.details().word().isEmpty()) {
      words.add(layout.details().word());
    }
    takeKindOfTitle(feed, constants);
    if (feed.direction() == Invoice.Direction.PURCHASE
        && new Statement(layout, "").purchase().isPresent()) {
      words.add(ReadingNote.PURCHASES);
    }
  }

  /** A list of credit notes says so once, above (FIL-030), or is asked about (INV-047). */
  private void takeKindOfTitle(Feed feed, Map<String, Object> constants) {
    if (!feed.document().equals("invoices") || constants.containsKey("doc_kind")) {
      return;
    }
    Statement statement = new Statement(layout, name);
    statement
        .credit()
        .ifPresentOrElse(
            said -> {
              constants.put("doc_kind", Invoice.Kind.CREDIT_NOTE);
              words.add(ReadingNote.CREDITS);
              findings.add(RuleBook.finding("FIL-030", above(), said, "value", said));
            },
            () ->
                perhapsCredit =
                    statement
                        .perhapsCredit()
                        .filter(said -> !(signed && Statement.speaksOfBoth(said)))
                        .orElse(null));
    statement
        .deposit()
        .filter(said -> !constants.containsKey("doc_kind"))
        .ifPresent(
            said -> {
              constants.put("doc_kind", Invoice.Kind.DEPOSIT);
              words.add(ReadingNote.DEPOSITS);
              findings.add(RuleBook.finding("FIL-061", above(), said, "value", said));
            });
  }

  /** By which words its documents may be credit notes; null for none. */
  @Nullable String perhapsCredit() {
    return perhapsCredit;
  }

  /** What shows the number of a credit note shows the document's where nothing else does. */
  void takeNumber(String field) {
    String header = headers.get(CreditNumbers.FIELD);
    if (header != null) {
      headers.putIfAbsent(field, header);
    }
  }

  void takePrices(GrossPrices.Found prices) {
    ofColumns.putAll(prices.decisions());
    findings.addAll(prices.findings());
  }

  /** What the values of a column showed it to be. */
  void takeColumn(Layout.Column column, String field, String shown) {
    ofColumns.put(column.index(), field);
    detected.put(column.label(), shown);
  }

  void takeDates(DateColumn dates, Layout.Column column, Feed feed) {
    DateOrder order = dates.order();
    if (order == null) {
      ofColumns.put(column.index(), ReadingNote.IN_DOUBT);
    } else if (order != feed.dateOrder()) {
      ofColumns.put(column.index(), order.name());
    }
    if (!dates.shown().isEmpty()) {
      detected.put("{reason.read.dates} (" + column.header().strip() + ")", dates.shown());
    }
  }

  void takeDiscount(DiscountColumn discount) {
    Layout.Column column = discount.column();
    DiscountUnit unit = discount.ofColumn();
    if (unit != null) {
      ofColumns.put(column.index(), unit.field());
    }
    for (DiscountUnit each : DiscountUnit.values()) {
      headers.putIfAbsent(each.field(), column.header());
    }
    String used = discount.shown();
    if (!used.isEmpty()) {
      detected.put(column.label(), used);
    }
  }

  /** As {@link ReadingNote} writes it. */
  String note() {
    return ReadingNote.text(ofColumns, layout.headerRow(), words);
  }

  List<Finding> findings() {
    return findings;
  }

  Map<String, String> detected() {
    return detected;
  }

  /** Field → header of the column that gives it. */
  Map<String, String> headers() {
    return headers;
  }
}
