package dz.manchengo.hub.documents;

import java.util.regex.Pattern;

/**
 * What a file is named after: {@code achats_octobre.csv}, {@code Avoirs clients.xlsx}. A name that
 * speaks of invoices or sales too says nothing.
 */
enum NamedAfter {
  PURCHASES(
      "achats?|fournisseurs?|purchases?|factures? recues?", "ventes?|sales|clients?|customers?"),
  CREDIT_NOTES(
      "avoirs?|factures? (?:d )?avoirs?|retours? clients?|notes? (?:de )?credits?|credit notes?",
      "(?<!d )factures?(?! (?:d )?avoirs?\\b)|invoices?|ventes?|sales"
          + "|(?:hors|sans|avec|y compris|dont) avoirs?|avoirs? (?:inclus|compris|exclus|deduits)"),
  OFFERS("(?:factures? )?pro ?formas?|devis|quotations?", "factures?(?! pro ?formas?\\b)|ventes?"),
  DRAFTS("(?:factures? )?brouillons?|drafts?", "factures?(?! brouillons?\\b)|ventes?");

  private final Pattern words;
  private final Pattern others;

  NamedAfter(String words, String others) {
    this.words = containing(words);
    this.others = containing(others);
  }

  private static Pattern containing(String words) {
    return Pattern.compile("(?:.* )?(?:" + words + ")(?: .*)?");
  }

  /**
   * Whether a file is.
   *
   * @param name in small letters without accents, its words apart
   */
  boolean is(String name) {
    return words.matcher(name).matches() && !others.matcher(name).matches();
  }
}
