package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which of several columns for one field is the document's own: of an invoice the quantity invoiced
 * and « N° facture », of an order the quantity ordered and « N° commande ». What was delivered
 * besides, or the accountant's « N° pièce », is only told. What a line says of itself is nearer
 * than what its article is called, « Code client » than the account « Compte tiers », and «
 * Désignation » than « Description ». Between columns of any other field nothing is nearer, and
 * they must say the same (FIL-006).
 */
final class NearestHeader {
  private static final Pattern INVOICED = Pattern.compile("factur|invoice");
  private static final Pattern DELIVERED = Pattern.compile("livr|deliver|expedi|shipped");
  private static final Pattern ORDERED = Pattern.compile("comm|cmd|order");

  private static final Pattern OF_LINE = Pattern.compile("\\b(?:ligne|line)\\b");
  private static final Pattern ACCOUNT = Pattern.compile("compte|compaux");

  /** « Intitulé » beside « Désignation » may be the customer's: nobody can tell. */
  private static final Pattern NAME = Pattern.compile("design|intitul");

  private static final Pattern REMARK = Pattern.compile("descri|comment");

  private NearestHeader() {}

  /** Positive where the first one is nearer; 0 where nothing tells two columns apart. */
  static int compare(String field, Layout.Column a, Layout.Column b, Feed feed) {
    return rank(field, a, feed) - rank(field, b, feed);
  }

  private static int rank(String field, Layout.Column column, Feed feed) {
    boolean order = feed.document().equals("orders");
    return switch (field) {
      case "qty" -> ofQuantity(column, order);
      case PieceColumn.INVOICE -> isInvoice(column) ? 1 : 0;
      case "doc_no" -> isIn(column, order ? ORDERED : INVOICED) ? 1 : 0;
      case "party_name" -> isIn(column, INVOICED) ? 1 : 0;
      case "party_code" -> isIn(column, ACCOUNT) ? 0 : 1;
      case "description" -> ofDescription(column);
      default -> 0;
    };
  }

  static boolean isInvoice(Layout.Column column) {
    return isIn(column, INVOICED);
  }

  private static int ofQuantity(Layout.Column column, boolean order) {
    List<Pattern> farthestFirst =
        order ? List.of(INVOICED, DELIVERED, ORDERED) : List.of(ORDERED, DELIVERED, INVOICED);
    for (int i = 0; i < farthestFirst.size(); i++) {
      if (isIn(column, farthestFirst.get(i))) {
        return 2 * (i == 2 ? 3 : i);
      }
    }
    // a bare « Qté », and behind it « Nb cartons »
    return column.match().by() == Aliases.By.ALIAS_AND_UNIT ? 3 : 4;
  }

  private static boolean isIn(Layout.Column column, Pattern word) {
    return word.matcher(HeaderName.normalise(column.header())).find();
  }

  private static int ofDescription(Layout.Column column) {
    if (isIn(column, OF_LINE)) {
      return 3;
    }
    return isIn(column, NAME) ? 2 : isIn(column, REMARK) ? 0 : 1;
  }
}
