package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;

/** Values that nothing in a dairy has (PRD-013). */
final class Impossible {
  private Impossible() {}

  static void tell(BatchCandidate candidate, Place place, String field, BigDecimal value) {
    String column = candidate.raw.headers().getOrDefault(field, "");
    String shown = column.isBlank() ? KnownHeaders.label(field) : column.strip();
    String text = Figures.of(value);
    candidate.tell("PRD-013", place, field, text, "param", shown, "value", text);
  }
}
