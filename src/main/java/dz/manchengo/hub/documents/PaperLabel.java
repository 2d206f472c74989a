package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Labels of a paper's own number that say more of it than its kind: « Avoir financier n° », « Bon
 * d'avoir n° », « Facture de retour n° », « Facture rectificative n° ».
 */
final class PaperLabel {
  private static final String INVOICE = "INVOICE";

  /** Not « Avoir sur facture n° », which numbers the invoice. */
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:(?:(?:bon|facture|note) )?(?:avoir|credit)"
              + "(?: (?!facture|sur(?! vente)|bl|livraison|commande)\\p{L}+){0,3}"
              + "|facture retour(?: \\p{L}+)?) (?:n|no|num|numero)");

  /** Not « Facture d'origine n° », which numbers another one. */
  private static final Pattern OWN =
      Pattern.compile(
          "facture(?: (?!avoir|retour|origine|initiale|annulee|remplacee|reference|concernee|corrigee|rectifiee|liee"
              + "|proforma|pro)\\p{L}+){1,4} (?:n|no|num|numero)");

  private PaperLabel() {}

  /** The usual label for one of them; any other as it is. */
  static String usual(String label, String scope, Aliases aliases) {
    if (!scope.equals(INVOICE)) {
      return label;
    }
    String name = HeaderName.normalise(label);
    if (CREDIT.matcher(name).matches()) {
      return KnownHeaders.header(scope, CreditNumbers.FIELD).orElse(label);
    }
    return OWN.matcher(name).matches() && aliases.exactly(label, List.of(scope)).isUnknown()
        ? KnownHeaders.header(scope, "doc_no").orElse(label)
        : label;
  }
}
