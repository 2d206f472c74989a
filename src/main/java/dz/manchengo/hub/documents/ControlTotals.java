package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  private static final int MOST_AGREEING = 50;
  private static final int MOST_DIFFERING = 200;

  private final Layout layout;
  private final Grouping grouping;
  private final NumberColumns numbers;
  private final Map<String, RunningSums> sums = new HashMap<>();
  private final Map<String, Map<String, RunningSums>> atKind = new HashMap<>();
  private Map<String, RunningSums> atLast = Map.of();
  private final List<ControlFigure> figures = new ArrayList<>();
  private final List<TotalLabel.Count> counts = new ArrayList<>();
  private final LineSums lines = new LineSums();
  private final PartySums parties = new PartySums();
  private final Layout.@Nullable Column money;
  private @Nullable Object document;
  private int rows;
  private int differing;

  ControlTotals(Layout layout, Grouping grouping, NumberColumns numbers) {
    this.layout = layout;
    this.grouping = grouping;
    this.numbers = numbers;
    this.money = numbers.money();
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
    lines.of(row).forEach((of, amount) -> add(of.field(), amount, false, credit));
  }

  private void add(String field, BigDecimal amount, boolean again, boolean credit) {
    RunningSums before = sums.getOrDefault(field, RunningSums.NOTHING);
    sums.put(field, before.plus(amount, again, credit));
    parties.add(field, amount, again, credit);
  }

  /** Compares a row that sums up; what is neither total nor summary says nothing. */
  void compare(SourceRow source, RowChoice.Kind kind) {
    boolean ofForm = layout.titles().trailers().contains(source.number());
    if (ofForm || (kind != RowChoice.Kind.TOTAL && kind != RowChoice.Kind.SUMMARY)) {
      return; // what a form has below its table are the totals of its document
    }
    SourceRow row = layout.own(source);
    TotalLabel label = TotalLabel.of(row);
    if (label.isMean()) {
      return;
    }
    TotalLabel.Count count = label.count();
    if (count != null) {
      counts.add(count);
      return;
    }
    Layout.Column named = label.value() == null ? null : label.column(numbers.summableColumns());
    LineSums.Of ofLines = named == null && !standsInItsColumn(row) ? sumOfLines(label) : null;
    if (named != null) {
      compare(label, label.asRowOf(named), List.of(Map.of()));
    } else if (ofLines != null) {
      compareLines(label, ofLines);
    } else if (kind == RowChoice.Kind.TOTAL) {
      compare(label, row, since(label));
      remember(label);
    }
  }

  /** « Total HT » where no column is called so; null for other totals. */
  private LineSums.@Nullable Of sumOfLines(TotalLabel label) {
    return label.value() == null || money == null ? null : LineSums.named(label);
  }

  /** A figure under the amounts of lines is their sum, whatever it is called. */
  private boolean standsInItsColumn(SourceRow row) {
    return numbers.summableAmounts().stream().anyMatch(c -> !row.cell(c.index()).isBlank());
  }

  private void compareLines(TotalLabel label, LineSums.Of of) {
    BigDecimal declared = lines.knows(of) ? declared(label) : null;
    if (declared != null) {
      List<Map<String, RunningSums>> beginnings = new ArrayList<>(since(label));
      if (!label.isSubTotal()) {
        beginnings.add(0, Map.of());
      }
      String shown = label.shown();
      add(figure(label, shown, declared, readings(label, of.field(), beginnings)));
    }
    if (label.isSubTotal()) {
      remember(label);
    }
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

  private void remember(TotalLabel label) {
    if (!label.isCarried()) {
      atLast = new HashMap<>(sums);
      parties.endGroup();
      if (atKind.size() < MOST_KINDS || atKind.containsKey(label.kind())) {
        atKind.put(label.kind(), atLast);
      }
    }
  }

  private void compare(TotalLabel label, SourceRow row, List<Map<String, RunningSums>> beginnings) {
    DataRow declared =
        new DataRow(Place.row(layout.sheet().name(), row.number()), row.cells(), grouping);
    numbers.read(row, declared);
    for (String field : numbers.summable()) {
      Object value = (grouping.isHeader(field) ? declared.header() : declared.line()).get(field);
      if (value instanceof BigDecimal amount) {
        add(figure(label, numbers.header(field), amount, readings(label, field, beginnings)));
      }
    }
  }

  /** What it may be about: a group of rows, or those of the party that it names. */
  private List<BigDecimal> readings(
      TotalLabel label, String field, List<Map<String, RunningSums>> beginnings) {
    RunningSums all = sums.getOrDefault(field, RunningSums.NOTHING);
    Stream<RunningSums> groups =
        beginnings.stream().map(at -> all.minus(at.getOrDefault(field, RunningSums.NOTHING)));
    Stream<RunningSums> party = Stream.ofNullable(parties.named(label).get(field));
    return (parties.areSeveral() ? Stream.concat(party, groups) : Stream.concat(groups, party))
        .flatMap(sum -> sum.ways().stream())
        .toList();
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
    Stream<ControlFigure> counted =
        counts.stream()
            .map(
                count -> {
                  int read = count.ofRows() ? rows : documents;
                  BigDecimal declared = count.number();
                  boolean agrees = declared.compareTo(BigDecimal.valueOf(read)) == 0;
                  return figure(
                      count.label(),
                      count.label().shown(),
                      declared,
                      BigDecimal.valueOf(read),
                      agrees);
                });
    return Stream.concat(figures.stream(), counted).toList();
  }
}
