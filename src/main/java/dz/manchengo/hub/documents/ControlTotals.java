package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the totals, sub-totals and trailers of a sheet with the rows above them (domain notes
 * §7.1.5). A sub-total is about its group: what came since the last total of any kind, or since the
 * last one that is called the same.
 */
final class ControlTotals {
  /** More kinds of sub-totals than any report has, fewer than would fill a memory. */
  private static final int MOST_KINDS = 50;

  private static final String VAT_OF_RATES = "sum of the columns of VAT";
  private static final int MOST_AGREEING = 50;
  private static final int MOST_DIFFERING = 200;

  private final Layout layout;
  private final NumberedTotal numbered;
  private final Grouping grouping;
  private final NumberColumns numbers;
  private final Map<String, RunningSums> sums = new HashMap<>();
  private final Map<String, Map<String, RunningSums>> atKind = new HashMap<>();
  private Map<String, RunningSums> atLast = Map.of();
  private final List<ControlFigure> figures = new ArrayList<>();
  private final DeclaredCounts counts = new DeclaredCounts();
  private final CarriedForward carried = new CarriedForward();
  private final LineSums lines = new LineSums();
  private final PartySums parties = new PartySums();
  private final Layout.@Nullable Column money;
  private final boolean rates;
  private @Nullable Object document;
  private int rows;
  private int differing;

  ControlTotals(Layout layout, Grouping grouping, NumberColumns numbers) {
    this.layout = layout;
    this.numbered = new NumberedTotal(layout);
    this.grouping = grouping;
    this.numbers = numbers;
    this.money = numbers.money();
    this.rates = numbers.summable().stream().anyMatch(RateColumns::isField);
  }

  /** Takes a data row in. */
  void add(DataRow row) {
    rows++;
    Object number = row.header().get(grouping.number());
    boolean again = number != null && number.equals(document) && !grouping.eachRow();
    document = number == null ? document : number;
    boolean credit = row.header().get("doc_kind") == Invoice.Kind.CREDIT_NOTE;
    parties.party(row.header().get("party_name"));
    for (String field : numbers.summable()) {
      boolean ofDocument = grouping.isHeader(field);
      Object value = (ofDocument ? row.header() : row.line()).get(field);
      if (value instanceof BigDecimal amount) {
        add(field, amount, again && ofDocument, credit);
      }
    }
    lines.of(row).forEach((field, amount) -> add(field, amount, false, credit));
    if (rates) {
      RateColumns.vat(row.header()).values().stream()
          .reduce(BigDecimal::add)
          .ifPresent(vat -> add(VAT_OF_RATES, vat, again, credit));
    }
  }

  private void add(String field, BigDecimal amount, boolean again, boolean credit) {
    RunningSums before = sums.getOrDefault(field, RunningSums.NOTHING);
    sums.put(field, before.plus(amount, again, credit));
    parties.add(field, amount, again, credit);
  }

  /** Compares a row that sums up; what is neither total nor summary says nothing. */
  void compare(SourceRow source, RowChoice.Kind kind) {
    boolean ofForm = layout.titles().trailers().contains(source.number());
    if (kind == RowChoice.Kind.CUSTOMER) {
      SourceRow own = layout.own(source);
      compare(TotalLabel.of(own), own, List.of()); // with the rows of that customer alone
      return;
    }
    if (ofForm || (kind != RowChoice.Kind.TOTAL && kind != RowChoice.Kind.SUMMARY)) {
      return; // what a form has below its table are the totals of its document
    }
    SourceRow row = numbered.own(source);
    TotalLabel label = TotalLabel.of(row);
    if (label.isMean()) {
      return;
    }
    if (label.isPageHead()) {
      turnPage(label, row);
      return;
    }
    if (label.isBroughtForward()) {
      carried.bring(amounts(row));
      return;
    }
    TotalLabel.Count count = label.count();
    if (count != null) {
      counts.add(count);
      return;
    }
    Layout.Column named = label.value() == null ? null : label.column(numbers.summableColumns());
    AmountLabel amount = label.amount();
    LineSums.Before before = label.beforeDiscount();
    if (named != null) {
      compare(label, label.asRowOf(named), named(label));
      remember(label, label.isSubTotal());
    } else if (before != null) {
      compareBefore(label, before);
    } else if (amount != null && (label.value() != null || amount.isOfVat())) {
      compareAmount(label, amount);
      remember(label, label.isSubTotal());
    } else if (kind == RowChoice.Kind.TOTAL) {
      compare(label, row, since(label));
      remember(label, true);
    }
  }

  /** « Report »: of the rows above, where the sheet has any; the page before may be elsewhere. */
  private void turnPage(TotalLabel label, SourceRow row) {
    if (rows > 0) {
      compare(label, row, since(label));
    }
    carried.turnPage(sums, amounts(row));
  }

  /** What the row says, by field. */
  private Map<String, BigDecimal> amounts(SourceRow row) {
    DataRow read =
        new DataRow(Place.row(layout.sheet().name(), row.number()), row.cells(), grouping);
    numbers.read(row, read);
    Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    for (String field : numbers.summable()) {
      if ((grouping.isHeader(field) ? read.header() : read.line()).get(field)
          instanceof BigDecimal amount) {
        amounts.put(field, amount);
      }
    }
    return amounts;
  }

  /** What the label says is compared, whichever column its figure stands in (decision 0037). */
  private void compareAmount(TotalLabel label, AmountLabel amount) {
    BigDecimal declared = label.value() == null || money == null ? null : declared(label);
    List<String> fields = fields(amount);
    if (declared == null || fields.isEmpty()) {
      return;
    }
    List<BigDecimal> readings = new ArrayList<>();
    fields.forEach(field -> readings.addAll(readings(label, field, named(label))));
    String first = fields.get(0);
    boolean column = numbers.summable().contains(first);
    add(figure(label, column ? numbers.header(first) : label.shown(), declared, readings));
  }

  /** « Total HT brut » and « Total remise »: no column has them, the lines may. */
  private void compareBefore(TotalLabel label, LineSums.Before before) {
    BigDecimal declared = label.value() == null || money == null ? null : declared(label);
    if (declared != null && lines.knowsGross()) {
      BigDecimal said = before == LineSums.Before.DISCOUNT ? declared.abs() : declared;
      List<BigDecimal> readings = readings(label, before.field(), named(label));
      add(figure(label, label.shown(), said, readings));
    }
  }

  /** Where that amount may be read: its columns, and what the lines come to. */
  private List<String> fields(AmountLabel amount) {
    List<String> fields = new ArrayList<>(amount.columns());
    if (amount.of() == LineSums.Of.PAYABLE && !lines.areStamped()) {
      fields.addAll(amount.withTax().columns());
    }
    fields.retainAll(numbers.summable());
    if (sums.containsKey(VAT_OF_RATES) && amount.isOfVat() && amount.rate() == null) {
      fields.add(VAT_OF_RATES);
    }
    if (lines.knows(amount)) {
      fields.add(amount.kind());
    }
    return fields;
  }

  /** The first one that names an amount is about all rows above, the next one about its group. */
  private List<Map<String, RunningSums>> named(TotalLabel label) {
    List<Map<String, RunningSums>> beginnings = new ArrayList<>(since(label));
    if (!label.isSubTotal()) {
      beginnings.add(0, atKind.getOrDefault(label.kind(), Map.of()));
    }
    return beginnings;
  }

  /** Its figure in DA, as an amount of the sheet. */
  private @Nullable BigDecimal declared(TotalLabel label) {
    Layout.Column column = Objects.requireNonNull(money);
    DataRow read = new DataRow(Place.row(layout.sheet().name(), label.row()), List.of(), grouping);
    return numbers.amount(column, label.asRowOf(column), read);
  }

  /** What stood when that total's group began; the likeliest first. */
  private List<Map<String, RunningSums>> since(TotalLabel label) {
    Map<String, RunningSums> sameKind = atKind.getOrDefault(label.kind(), Map.of());
    return label.isGrand()
        ? List.of(Map.of(), sameKind, atLast)
        : List.of(atLast, sameKind, Map.of());
  }

  /**
   * What stands below counts from here.
   *
   * @param ends whether a group ends: « Total HT », « TVA » and « Total TTC » are of one
   */
  private void remember(TotalLabel label, boolean ends) {
    if (label.isCarried()) {
      return;
    }
    Map<String, RunningSums> now = new HashMap<>(sums);
    if (ends) {
      atLast = now;
      parties.endGroup();
    }
    if (atKind.size() < MOST_KINDS || atKind.containsKey(label.kind())) {
      atKind.put(label.kind(), now);
    }
  }

  private void compare(TotalLabel label, SourceRow row, List<Map<String, RunningSums>> beginnings) {
    amounts(row)
        .forEach(
            (field, amount) -> {
              List<BigDecimal> readings = readings(label, field, beginnings);
              if (!readings.isEmpty()) {
                add(figure(label, numbers.header(field), amount, readings));
              }
            });
  }

  /** What it may be about: a group of rows, or those of the party that it names. */
  private List<BigDecimal> readings(
      TotalLabel label, String field, List<Map<String, RunningSums>> beginnings) {
    RunningSums all = sums.getOrDefault(field, RunningSums.NOTHING);
    Stream<RunningSums> groups =
        beginnings.stream().map(at -> all.minus(at.getOrDefault(field, RunningSums.NOTHING)));
    Stream<RunningSums> party = Stream.ofNullable(parties.named(label).get(field));
    List<BigDecimal> ways =
        (parties.areSeveral() ? Stream.concat(party, groups) : Stream.concat(groups, party))
            .flatMap(sum -> sum.ways(layout.isJournal()).stream())
            .toList();
    return label.isGrand() ? carried.added(field, ways, all).toList() : ways;
  }

  private ControlFigure figure(
      TotalLabel label, String column, BigDecimal declared, List<BigDecimal> readings) {
    BigDecimal fitting =
        readings.stream()
            .filter(read -> ControlFigure.isClose(declared, read, rows))
            .findFirst()
            .orElse(null);
    BigDecimal read =
        fitting != null
            ? fitting
            : readings.subList(0, 3).stream() // of the likeliest group
                .min(Comparator.comparing(one -> declared.subtract(one).abs()))
                .orElse(BigDecimal.ZERO);
    return figure(label, column, declared, read, fitting != null);
  }

  private ControlFigure figure(
      TotalLabel label, String column, BigDecimal declared, BigDecimal read, boolean agrees) {
    String sheet = layout.sheet().name();
    return new ControlFigure(sheet, label.row(), label.shown(), column, declared, read, agrees);
  }

  private void add(ControlFigure figure) {
    if (figure.agrees() ? figures.size() - differing < MOST_AGREEING : differing < MOST_DIFFERING) {
      figures.add(figure);
      differing += figure.agrees() ? 0 : 1;
    }
  }

  /**
   * All of them, after the last row.
   *
   * @param documents of the sheet; what a « Nombre de factures » is about
   */
  List<ControlFigure> figures(int documents) {
    return Stream.concat(figures.stream(), counts.figures(layout, rows, documents)).toList();
  }
}
