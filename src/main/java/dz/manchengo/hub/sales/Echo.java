package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.RawDocument;
import org.jspecify.annotations.Nullable;

/** A finding whose cause the reader has told already: one slip is one finding. */
final class Echo {
  private Echo() {}

  /** Whether that finding of the rules only repeats what reading the rows found. */
  static boolean isIn(RawDocument raw, Finding finding) {
    return switch (finding.rule()) {
      case "INV-013", "INV-014" -> raw.rejected(); // totals without the refused row
      case "INV-028", "INV-031" -> isRefused(raw, finding.params().get("field"));
      case "INV-009", "INV-010" -> hasOpenDiscount(raw, finding.place().row());
      default -> false;
    };
  }

  /** The value is missing because what stands there was refused. */
  private static boolean isRefused(RawDocument raw, @Nullable String field) {
    String header = field == null ? null : raw.headers().get(field);
    return header != null
        && raw.findings().stream()
            .anyMatch(f -> f.severity().rejects() && f.place().column().equals(header));
  }

  /** The amount was compared without the discount, of which nobody knows the unit. */
  private static boolean hasOpenDiscount(RawDocument raw, int row) {
    return raw.findings().stream()
        .anyMatch(f -> f.rule().equals("FMT-018") && f.place().row() == row);
  }
}
