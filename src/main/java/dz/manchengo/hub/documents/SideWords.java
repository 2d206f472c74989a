package dz.manchengo.hub.documents;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that say of an invoice whose it is: « Achat », « Facture de vente ». */
final class SideWords {
  private static final Pattern PURCHASE =
      Pattern.compile(
          "(?:factures? )?(?:d )?achats?(?: fournisseurs?)?|factures? fournisseurs?|ach"
              + "|purchases?|purchase invoices?");

  private static final Pattern SALE =
      Pattern.compile(
          "(?:factures? )?(?:de )?ventes?(?: clients?)?|factures? clients?|vte|sales?"
              + "|sales? invoices?");

  /** What a column with such words is called. */
  private static final Pattern HEADER =
      Pattern.compile(
          "\\b(?:sens|operations?|type|nature|journal|jnl|mouvement|flux|achat|vente)\\b");

  /** « AC » and « VT » are the journals of purchases and of sales in most ledgers. */
  private static final Pattern LEDGER = Pattern.compile("\\b(?:journal|jnl|jrn|jl)\\b");

  private static final Set<String> PURCHASE_CODES = Set.of("ac", "ha", "acha");
  private static final Set<String> SALE_CODES = Set.of("vt", "ve", "vn", "vent");

  private SideWords() {}

  /** The side that a text says; null where it says none. */
  static Invoice.@Nullable Direction side(String text) {
    String words = Typography.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    if (PURCHASE.matcher(words).matches()) {
      return Invoice.Direction.PURCHASE;
    }
    return SALE.matcher(words).matches() ? Invoice.Direction.SALE : null;
  }

  /**
   * The field that keeps what contradicts the side by which a file is read.
   *
   * @return null where the text says nothing else
   */
  static @Nullable String contradiction(String text, Invoice.Direction read) {
    Invoice.Direction said = side(text);
    if (said == null || said == read) {
      return null;
    }
    return said == Invoice.Direction.PURCHASE ? RawDocument.SAID_PURCHASE : RawDocument.SAID_SALE;
  }

  /** The same of a column with that header, normalised, which may have codes of ledgers. */
  static @Nullable String contradiction(String header, String text, Invoice.Direction read) {
    if (LEDGER.matcher(header).find()) {
      if (PURCHASE_CODES.contains(text) && read == Invoice.Direction.SALE) {
        return RawDocument.SAID_PURCHASE;
      }
      if (SALE_CODES.contains(text) && read == Invoice.Direction.PURCHASE) {
        return RawDocument.SAID_SALE;
      }
    }
    return contradiction(text, read);
  }

  /** Whether a column that nobody knows is called like one that tells sales from purchases. */
  static boolean isHeader(String normalised) {
    return HEADER.matcher(normalised).find();
  }
}
