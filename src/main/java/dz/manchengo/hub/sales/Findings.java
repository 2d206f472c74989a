package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one invoice or order. Each carries the canonical name of its field in the
 * parameter {@code field}: which header that is, only the file's feed knows.
 */
final class Findings {
  private final String number;
  private final Place header;
  private final List<Finding> found = new ArrayList<>();

  Findings(Invoice invoice) {
    this(invoice.number(), invoice.place());
  }

  Findings(String number, Place header) {
    this.number = number;
    this.header = header;
  }

  List<Finding> all() {
    return List.copyOf(found);
  }

  /** How many of them refuse something: a remark makes no value unusable. */
  int rejections() {
    int rejections = 0;
    for (Finding finding : found) {
      rejections += finding.severity().rejects() ? 1 : 0;
    }
    return rejections;
  }

  void add(String code, String field, @Nullable String value, Map<String, String> params) {
    add(header, code, field, value, params);
  }

  void add(
      Invoice.Line line,
      String code,
      String field,
      @Nullable String value,
      Map<String, String> params) {
    Map<String, String> withLine = new LinkedHashMap<>(params);
    withLine.put("line", String.valueOf(line.number()));
    add(line.place(), code, field, value, withLine);
  }

  private void add(
      Place place, String code, String field, @Nullable String value, Map<String, String> params) {
    Map<String, String> all = new LinkedHashMap<>(params);
    all.put("no", number);
    all.put("field", field);
    if (value != null) {
      all.put("value", value);
    }
    found.add(new Finding(code, RuleBook.rule(code).severity(), number, place, value, all));
  }
}
