package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One data row with its values read, and what reading them found. */
final class DataRow {
  private final Place place;
  private final Grouping grouping;
  private final Map<String, Object> header = new HashMap<>();
  private final Map<String, Object> line = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>(0);

  DataRow(Place place, Grouping grouping) {
    this.place = place;
    this.grouping = grouping;
  }

  /** Whether it completes a document that another sheet heads. */
  boolean isDetail() {
    return grouping.details();
  }

  Place place() {
    return place;
  }

  /** Values that hold for the whole document. */
  Map<String, Object> header() {
    return header;
  }

  Map<String, Object> line() {
    return line;
  }

  List<Finding> findings() {
    return findings;
  }

  void put(String field, @Nullable Object value) {
    if (value != null) {
      (grouping.isHeader(field) ? header : line).put(field, value);
    }
  }

  /** A constant of the feed, where the row itself says nothing. */
  void putIfAbsent(String field, Object value) {
    (grouping.isHeader(field) ? header : line).putIfAbsent(field, value);
  }

  void add(Finding finding) {
    findings.add(finding);
  }
}
