package dz.manchengo.hub.documents;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Headers that name a field of a line by its path: {@code lines.total_ht} in JSON, « Lignes de
 * facture/Sous-total » in Odoo's exports.
 */
final class LinePath {
  /** What heads such a path in Odoo's exports, in normal form. */
  private static final Set<String> LINES =
      Set.of(
          "lignes",
          "lignes commande",
          "lignes bon commande",
          "lignes facture",
          "lines",
          "order lines",
          "invoice lines");

  private LinePath() {}

  /** The field's own name; null where the header is no such path. */
  static @Nullable String field(String header) {
    int point = header.indexOf('.');
    if (point > 0 && JsonDocument.isLines(header.substring(0, point))) {
      return header.substring(point + 1);
    }
    int slash = header.indexOf('/');
    return slash > 0 && LINES.contains(HeaderName.normalise(header.substring(0, slash)))
        ? header.substring(slash + 1)
        : null;
  }
}
