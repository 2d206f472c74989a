package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One data row with its values read, and what reading them found. */
final class DataRow {
  private final Place place;
  private final Map<String, Object> values = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  DataRow(Place place) {
    this.place = place;
  }

  Place place() {
    return place;
  }

  Map<String, Object> values() {
    return values;
  }

  List<Finding> findings() {
    return findings;
  }

  void add(Finding finding) {
    findings.add(finding);
  }
}
