package dz.manchengo.hub.documents;

import java.util.Optional;
import java.util.regex.Pattern;

/** A column that is called after VAT and that nobody understands: VAT is not missing there. */
final class UnreadVat {
  private static final Pattern NAME = Pattern.compile("\\b(?:tva|vat|tax|taxes?)\\b");

  private UnreadVat() {}

  /** The first such header. */
  static Optional<String> in(Layout layout) {
    return layout.columns().stream()
        .filter(column -> column.match().isUnknown())
        .map(column -> column.header().strip())
        .filter(header -> NAME.matcher(HeaderName.normalise(header)).find())
        .findFirst();
  }
}
