package dz.manchengo.hub.documents;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers under « DO_Type » by which Sage 100 tells its documents (domain notes §7.2): sales
 * from 0, purchases from 10, stock from 20. An export of its tables has them all.
 */
final class SageTypes {
  private static final String HEADER = HeaderName.normalise("DO_Type");
  private static final Set<String> SALES = Set.of("6", "7");
  private static final Set<String> PURCHASES = Set.of("16", "17");
  private static final Set<String> ORDERS = Set.of("1");

  private SageTypes() {}

  static boolean isOne(String header, String text) {
    return HeaderName.normalise(header).equals(HEADER) && Typography.areDigits(text);
  }

  /** Whether documents of that type are those that are read by the feed. */
  static boolean isWanted(String type, Feed feed) {
    return wanted(feed).contains(type);
  }

  /** FMT-014 with what the document is, and where it belongs. */
  static Finding refused(String type, Place place, Feed feed) {
    Finding finding =
        RuleBook.finding(
            "FMT-014",
            place,
            type,
            "value",
            type,
            "field",
            place.column(),
            "allowed",
            String.join(", ", wanted(feed).stream().sorted().toList()));
    String hint = hint(type);
    return hint == null ? finding : finding.withHint(hint);
  }

  private static Set<String> wanted(Feed feed) {
    boolean purchases = feed.direction() == Invoice.Direction.PURCHASE;
    return feed.document().equals("orders") ? ORDERS : purchases ? PURCHASES : SALES;
  }

  private static @Nullable String hint(String type) {
    return switch (type) {
      case "0" -> "hint.sage-offer";
      case "1" -> "hint.sage-order";
      case "2", "3", "4", "5" -> "hint.sage-note";
      case "6", "7" -> "hint.sage-sale";
      case "16", "17" -> "hint.sage-purchase";
      default ->
          type.length() == 2 && type.startsWith("1")
              ? "hint.sage-supplier-note"
              : type.length() == 2 && type.startsWith("2") ? "hint.sage-stock" : null;
    };
  }
}
