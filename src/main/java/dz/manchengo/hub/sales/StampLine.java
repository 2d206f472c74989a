package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Invoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * « Droit de timbre » among the articles: a duty and no sale, which bears no VAT and is no part of
 * the amount excluding tax (INV-045).
 */
final class StampLine {
  private static final Pattern STAMP =
      Pattern.compile(
          "(?:droits? de )?timbres?(?: fiscal| fiscaux)?(?: \\d+ ?%)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private StampLine() {}

  /** The line that is one; null where there is none, several or nothing else. */
  static Invoice.@Nullable Line in(List<Invoice.Line> lines) {
    List<Invoice.Line> stamps = lines.stream().filter(StampLine::isStamp).toList();
    return stamps.size() == 1 && lines.size() > 1 ? stamps.get(0) : null;
  }

  static boolean isCalled(String description) {
    return STAMP.matcher(description.strip()).matches();
  }

  private static boolean isStamp(Invoice.Line line) {
    return line.description() != null
        && isCalled(line.description())
        && line.vatRate().signum() == 0
        && line.quantity().compareTo(BigDecimal.ONE) == 0;
  }

  static List<Invoice.Line> without(List<Invoice.Line> lines, Invoice.Line stamp) {
    List<Invoice.Line> others = new ArrayList<>(lines);
    others.remove(stamp);
    return others;
  }
}
