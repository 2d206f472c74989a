package dz.manchengo.hub.sales;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that say of themselves what they number: {@code PROFORMA 12}, {@code Devis 2026/4},
 * {@code BL-12}.
 *
 * @param phrase what it is, a key of {@code reasons.tsv}
 * @param spelled whether a word says so and no abbreviation, which may be a series' own letters
 */
record PaperNumber(String phrase, boolean spelled) {
  private static final String SUPPLIERS_BILL = "reason.paper.suppliers";
  private static final String BEFORE_DIGITS = "(?=[-_/ .°nN]*\\d)";

  private enum Paper {
    PROFORMA("(?:FACTURE )?PRO[ -]?FORMA", "PF|PRO"),
    QUOTE("DEVIS|QUOTATION|QUOTE|OFFRE(?: DE PRIX)?", "DV|DEV"),
    DELIVERY("BON DE LIVRAISON|BORDEREAU DE LIVRAISON|DELIVERY NOTE", "BL"),
    ORDER("BON DE COMMANDE|COMMANDE|PURCHASE ORDER|SALES ORDER", "BC|CMD"),
    /** Odoo's, whose lists of invoices may hold those of suppliers too: {@code FACTU/2026/10/1}. */
    SUPPLIERS("R?BILL(?=[/-]\\d)|R?FACTU(?=/20\\d\\d/)", "R?BILL");

    private final Pattern words;
    private final Pattern letters;

    Paper(String words, String letters) {
      int flags = Pattern.CASE_INSENSITIVE;
      this.words = Pattern.compile("\\s*(?:" + words + ")(?!\\p{L})", flags);
      this.letters = Pattern.compile("\\s*(?:" + letters + ")" + BEFORE_DIGITS, flags);
    }

    private String phrase() {
      return switch (this) {
        case PROFORMA -> "reason.paper.proforma";
        case QUOTE -> "reason.paper.quote";
        case DELIVERY -> "reason.paper.delivery";
        case ORDER -> "reason.paper.order";
        case SUPPLIERS -> SUPPLIERS_BILL;
      };
    }
  }

  /** What that number is said to be of; null for one that says nothing. */
  static @Nullable PaperNumber of(String number) {
    for (Paper paper : Paper.values()) {
      boolean spelled = paper.words.matcher(number).lookingAt();
      if (spelled || paper.letters.matcher(number).lookingAt()) {
        return new PaperNumber(paper.phrase(), spelled);
      }
    }
    return null;
  }

  boolean isSuppliers() {
    return phrase.equals(SUPPLIERS_BILL);
  }

  boolean isOfOrder() {
    return phrase.equals("reason.paper.order");
  }
}
