package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document's rows lack or have wrong, each finding with the header of its column. */
final class RawFindings {
  private static final Set<String> DINAR = Set.of("DZD", "DA", "DINAR", "DINARS", "دج");

  /** Where the row as a whole could not be read, or lacks the sheet that heads it. */
  private static final Set<String> OF_ROW =
      Set.of("FIL-014", "FMT-021", "FIL-019", "FIL-052", "FIL-054");

  private final RawDocument raw;
  private final List<Finding> found = new ArrayList<>();

  RawFindings(RawDocument raw) {
    this.raw = raw;
  }

  List<Finding> all() {
    return found;
  }

  /** Lines whose number is missing, which the sheet that heads them would tell the rest of. */
  private boolean isLost() {
    return raw.number() == null
        && !raw.lines().isEmpty()
        && raw.lines().stream().allMatch(RawDocument.Line::detail);
  }

  /** FMT-001, unless a finding says already why the field or the whole row has no value. */
  void required(Place place, String field) {
    String column = header(field);
    if (!isSaid(place, column) && !isLost()) {
      String shown = column.isEmpty() ? KnownHeaders.label(field) : column.strip();
      add("FMT-001", place, field, null, "field", shown);
    }
  }

  /** The rule, unless a finding says already why there is no number: it was damaged. */
  void numberMissing(String rule) {
    if (!isSaid(raw.place(), header("doc_no"))) {
      add(rule, raw.place(), "doc_no", null, "row", raw.place().row());
    }
  }

  /** As {@link #required(Place, String)}, of two fields either of which would do. */
  void required(Place place, String preferred, String other) {
    required(place, raw.headers().containsKey(preferred) ? preferred : other);
  }

  private boolean isSaid(Place place, String column) {
    return raw.findings().stream()
        .anyMatch(
            f ->
                f.severity().rejects()
                    && f.place().row() == place.row()
                    && f.place().sheet().equals(place.sheet())
                    && (f.place().column().equals(column) || OF_ROW.contains(f.rule())));
  }

  /** FMT-015. */
  void checkCurrency() {
    String currency = RawDocument.text(raw.header(), "currency");
    if (currency != null && !DINAR.contains(currency.replace(".", "").toUpperCase(Locale.ROOT))) {
      add("FMT-015", raw.place(), "currency", currency, "value", currency);
    }
  }

  void add(String rule, Place place, String field, @Nullable String value, Object... params) {
    found.add(
        RuleBook.finding(rule, place.at(header(field)), value, params).withDocument(raw.number()));
  }

  private String header(String field) {
    return raw.headers().getOrDefault(field, "");
  }

  /** The rules speak of canonical fields; the sender knows his own headers. */
  static Finding inTheFilesWords(Finding finding, RawDocument raw) {
    String field = finding.params().get("field");
    String header = field == null ? null : raw.headers().get(field);
    if (field == null) {
      return finding;
    }
    Map<String, String> params = new HashMap<>(finding.params());
    params.put("field", header == null ? KnownHeaders.label(field) : header.strip());
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.document(),
        header == null ? finding.place() : finding.place().at(header),
        finding.value(),
        params);
  }
}
