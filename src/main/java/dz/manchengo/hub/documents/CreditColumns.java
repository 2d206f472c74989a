package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Columns that nobody knows and that say of a row that it is a credit note, or of the other side: «
 * Opération » with « Retour » or « Achat », « Sens » with « - » or « C ». A document of which only
 * they say so is not posted as a sale (INV-047).
 */
final class CreditColumns {
  private static final int LONGEST = 40;

  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:factures? )?(?:d )?avoirs?(?: (?:clients?|fournisseurs?))?"
              + "|retours?(?: (?:clients?|fournisseurs?|marchandises?))?"
              + "|(?:ventes? )?(?:retournee?s?|remboursee?s?)|notes? credits?|remboursements?"
              + "|credits? notes?|refund(?:s|ed)?");

  /** « + / - » is a header without a letter. */
  private static final Set<String> SIGNS =
      Set.of("sens", "signe", "sign", "d c", "dc", "debit credit", "sens operation", "");

  private static final Set<String> MINUS = Set.of("-", "moins", "negatif", "minus");
  private static final Set<String> DEBIT = Set.of("d", "db", "debit");
  private static final Set<String> CREDITED = Set.of("c", "cr", "credit");

  /** « Crédit » beside « Comptant » says when it is paid. */
  private static final Set<String> ON_ACCOUNT = Set.of("credit", "credits");

  private static final Pattern OF_PAYMENT =
      Pattern.compile(
          "\\b(?:paiement|reglement|mode|modalite|conditions?|ventes?|echeance|payment"
              + "|limite|compte)\\b");

  /** « Avoir » with « Oui ». */
  private static final Set<String> QUESTIONS =
      Set.of(
          "avoir",
          "avoirs",
          "est avoir",
          "avoir o n",
          "avoir oui non",
          "est un avoir",
          "credit note",
          "is credit note",
          "refund",
          "is refund");

  /** « Montant avoir TTC », « Motif avoir »; « Avoir à déduire » is what an invoice takes off. */
  private static final Pattern OF_CREDIT =
      Pattern.compile(
          "(?:motif|cause|raison|montant|mt|total|date|n|no|numero|ref|reference)"
              + "(?: (?:de|du|d|l))* avoirs?(?: (?:ht|tva|ttc|da|clients?))*"
              + "|avoirs? (?:ht|tva|ttc)");

  private static final Set<String> NOTHING = Set.of("", "-", "0", "non", "no", "neant", "aucun");

  private final Invoice.Direction direction;
  private final Set<String> sides;
  private final List<Unknown> columns;

  /** What was seen of one of them. */
  private static final class Unknown {
    final Layout.Column column;
    final String name;

    /** Whether only credit notes fill it. */
    final boolean ofCredit;

    boolean debits;
    boolean credits;
    boolean pays;

    Unknown(Layout.Column column) {
      this.column = column;
      this.name = HeaderName.normalise(column.header());
      this.ofCredit = OF_CREDIT.matcher(name).matches();
      this.pays = OF_PAYMENT.matcher(name).find();
    }
  }

  CreditColumns(Layout layout, Feed feed) {
    this.direction = feed.direction();
    this.sides = feed.direction() == Invoice.Direction.PURCHASE ? DEBIT : CREDITED;
    this.columns = new ArrayList<>();
    if (feed.document().equals("invoices")) {
      layout.columns().stream()
          .filter(column -> column.match().isUnknown())
          .forEach(column -> columns.add(new Unknown(column)));
    }
  }

  /** The first look. */
  void look(SourceRow row) {
    for (Unknown one : columns) {
      String text = words(one, row);
      one.debits |= DEBIT.contains(text);
      one.credits |= CREDITED.contains(text);
      one.pays |= !ON_ACCOUNT.contains(text) && isPayment(text);
    }
  }

  /**
   * Puts what they say into the row's document.
   *
   * @param headers by field, to which the column's is added
   */
  void settle(SourceRow source, DataRow row, Map<String, String> headers) {
    tellSideOfKind(row, headers);
    for (Unknown one : columns) {
      String text = words(one, source);
      String field = text.isEmpty() ? null : field(one, text);
      if (field != null) {
        headers.putIfAbsent(field, one.column.header());
        row.header().putIfAbsent(field, source.cell(one.column.index()).text().strip());
      }
    }
  }

  /** What {@link TextColumn} found in the column of kinds stands there. */
  private static void tellSideOfKind(DataRow row, Map<String, String> headers) {
    String kind = headers.get("doc_kind");
    for (String field : List.of(RawDocument.SAID_PURCHASE, RawDocument.SAID_SALE)) {
      if (kind != null && row.header().containsKey(field)) {
        headers.putIfAbsent(field, kind);
      }
    }
  }

  private @Nullable String field(Unknown one, String text) {
    if (SideWords.isHeader(one.name)) {
      String side = SideWords.contradiction(one.name, text, direction);
      if (side != null) {
        return side;
      }
    }
    if (CREDIT.matcher(text.replaceAll("\\bde ", "")).matches()
        || (ON_ACCOUNT.contains(text) && !one.pays && !SIGNS.contains(one.name))) {
      return RawDocument.SAID_CREDIT;
    }
    if (QUESTIONS.contains(one.name) && Boolean.TRUE.equals(Enumerations.YES_NO.read(text))) {
      return RawDocument.SAID_CREDIT;
    }
    boolean sign = MINUS.contains(text) || isOtherSide(one, text);
    return (sign && SIGNS.contains(one.name)) || (one.ofCredit && isFilled(text))
        ? RawDocument.SAID_SIGN
        : null;
  }

  private static boolean isFilled(String text) {
    return !NOTHING.contains(text) && !text.matches("[0 ,.]+");
  }

  /** Of a column with both sides nobody knows whose book it is: the customer's or the sales'. */
  private boolean isOtherSide(Unknown one, String text) {
    boolean both = one.debits && one.credits;
    return both ? DEBIT.contains(text) || CREDITED.contains(text) : sides.contains(text);
  }

  private static boolean isPayment(String text) {
    return !text.isEmpty() && Enumerations.PAYMENT_METHOD.read(text) != null;
  }

  /** Folded; empty where it is blank, or too long to say one thing. */
  private static String words(Unknown one, SourceRow row) {
    String text = row.cell(one.column.index()).text();
    return text.length() > LONGEST
        ? ""
        : Typography.fold(Typography.plain(text)).replaceAll("[ _.:]+", " ").strip();
  }
}
