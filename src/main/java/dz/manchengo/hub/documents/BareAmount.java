package dz.manchengo.hub.documents;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column that is called « Montant » or « Total » and no more: with or without tax, of the line or
 * of its document? Its values decide (decision 0029). Where they do not, a « Total » is what it is
 * called, with tax; a « Montant » is asked about (FMT-031), or only told where other amounts of the
 * file can be compared (FIL-005).
 *
 * @param kind what the values show; null where they do not
 */
record BareAmount(Layout.Column column, AmountEvidence evidence, @Nullable AmountKind kind) {
  static final String FIELD = "bare_amount";

  /** What such a column may turn out to be. */
  static final Set<String> FIELDS = Set.of(FIELD, "line_ht", "line_ttc", "total_ht", "total_ttc");

  private static final Set<String> TOTALS = Set.of("total", "montant total");
  private static final Set<AmountKind> OF_DOCUMENT =
      EnumSet.of(AmountKind.TOTAL_TTC, AmountKind.TOTAL_HT);
  private static final Set<AmountKind> OF_LINE = EnumSet.complementOf(EnumSet.copyOf(OF_DOCUMENT));

  /** Amounts that can be compared without this one. */
  private static final Set<String> OTHERS =
      Set.of("line_ht", "line_ttc", "total_ht", "total_ttc", "net_to_pay");

  /** Without any of these nothing is there to compare with; a rate alone is no amount. */
  private static final Set<String> ANY_OTHER =
      Set.of("qty", "line_ht", "line_ttc", "total_ht", "total_ttc", "net_to_pay");

  /** Whether only its values can tell which amount the column holds. */
  static boolean isOne(Layout.Column column) {
    Aliases.Match match = column.match();
    if (match.isUnknown() || match.by() == Aliases.By.FEED) {
      return false;
    }
    return match.fields().get(0).name().equals(FIELD)
        || (match.fields().get(0).name().equals("total_ttc") && isTotal(column.header()));
  }

  private static boolean isTotal(String header) {
    String name = HeaderName.normalise(header);
    return TOTALS.contains(name)
        || HeaderUnit.of(name).stream().anyMatch(read -> TOTALS.contains(read.header()));
  }

  static BareAmount of(Layout.Column column, AmountEvidence evidence, Layout layout) {
    if (layout.isJournal()) {
      AmountKind whole = evidence.kind(OF_DOCUMENT);
      return new BareAmount(column, evidence, whole == null ? evidence.kind(OF_LINE) : whole);
    }
    Set<AmountKind> all = layout.details() != null ? OF_LINE : EnumSet.allOf(AmountKind.class);
    return new BareAmount(column, evidence, evidence.kind(all));
  }

  /** Its field; null where its name alone says it, as far as it does. */
  @Nullable String field(Layout layout) throws UnreadableFile {
    if (kind != null) {
      return kind.field();
    }
    if (!column.means(FIELD)) {
      return null;
    }
    if (evidence.isWeighed() && layout.details() == null && !hasOthers(layout)) {
      throw new UnreadableFile(question(layout));
    }
    return FIELD;
  }

  /** A journal in which that column is the only amount, or nearly. */
  static Finding unnamed(Layout layout, Finding finding) {
    String header =
        layout.columns().stream()
            .filter(column -> column.means(FIELD))
            .map(column -> column.header().strip())
            .findFirst()
            .orElse("");
    return finding.with("hint_column", header).withHint("hint.amount-unnamed");
  }

  private static boolean hasOthers(Layout layout) {
    return layout.columns().stream()
        .anyMatch(other -> !isOne(other) && OTHERS.stream().anyMatch(other::means));
  }

  private Finding question(Layout layout) {
    String header = column.header().strip();
    Place place = Place.row(layout.sheet().name(), layout.headerRow().number()).at(column.header());
    Finding finding = RuleBook.finding("FMT-031", place, header, "column", header);
    if (ANY_OTHER.stream().noneMatch(layout::has)) {
      return finding.withHint("hint.amount-alone");
    }
    if (evidence.rowWithout() > 0 && evidence.rowWith() > 0) {
      return finding
          .with("hint_row", String.valueOf(evidence.rowWithout()))
          .with("hint_other", String.valueOf(evidence.rowWith()))
          .withHint("hint.amount-mixed");
    }
    return evidence.rowNeither() == 0
        ? finding
        : finding
            .with("hint_row", String.valueOf(evidence.rowNeither()))
            .withHint("hint.amount-neither");
  }
}
