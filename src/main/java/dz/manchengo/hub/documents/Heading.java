package dz.manchengo.hub.documents;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a paper or a list of papers is called: « Journal des ventes – avoirs », « FACTURE AVOIR N°
 * 12 », « Bons de livraison juin ». It is made of words of such names and of numbers only, so that
 * neither a remark nor a company's name is one.
 */
final class Heading {
  private static final Set<String> CREDIT = Set.of("avoir", "avoirs");

  /** « Notes de crédit »; « Crédit » alone is a way of paying. */
  private static final Set<String> NOTES = Set.of("note", "notes");

  private static final Set<String> CREDITED = Set.of("credit", "credits");

  private static final Set<String> RETURNS = Set.of("retour", "retours");

  private static final Set<String> SOLD = Set.of("facture", "factures", "vente", "ventes");

  /** By which nothing of it is an invoice, or none in force. */
  private static final Set<String> VOID =
      Set.of(
          "annule",
          "annules",
          "annulee",
          "annulees",
          "brouillon",
          "brouillons",
          "provisoires",
          "devis",
          "proforma",
          "proformas",
          "forma",
          "livraisons",
          "bons",
          "validees");

  private static final Set<String> OTHERS =
      words(
          "journal liste etat releve registre recap recapitulatif recapitulation tableau suivi edition"
              + " detail des de du d la le les l sur en au aux pour par n no num numero pro non"
              + " bon client clients fournisseur fournisseurs marchandise marchandises"
              + " produit produits article articles commercial commerciaux financier financiers emis"
              + " emise emises recu recus partiel partiels partielle total totale mois annee exercice"
              + " periode trimestre semestre semaine janvier fevrier mars avril mai juin juillet aout"
              + " septembre octobre novembre decembre janv fev fevr avr juil sept oct nov dec page"
              + " commande commandes livraison comptable comptables");

  private static final Set<String> ALL =
      Stream.of(CREDIT, NOTES, CREDITED, RETURNS, SOLD, VOID, OTHERS)
          .flatMap(Set::stream)
          .collect(Collectors.toSet());

  private static final Pattern NUMBERED = Pattern.compile(".*\\d.*");
  private static final Pattern YEAR = Pattern.compile("20\\d\\d");

  private Heading() {}

  private static Set<String> words(String words) {
    return new HashSet<>(tokens(words));
  }

  private static List<String> tokens(String words) {
    return Arrays.asList(words.split(" ", -1));
  }

  private static boolean isOne(List<String> tokens) {
    return tokens.stream().allMatch(t -> ALL.contains(t) || NUMBERED.matcher(t).matches());
  }

  private static boolean names(List<String> tokens, Set<String> some) {
    return !Collections.disjoint(tokens, some);
  }

  /**
   * Whether it is called after credit notes, though it may speak of invoices too: « Avoirs sur
   * ventes », « Facture retour ». « Retours » alone may be a remark.
   *
   * @param words small letters without accents, words apart
   */
  static boolean isOfCredits(String words) {
    List<String> tokens = tokens(words);
    return isOne(tokens)
        && (namesCredits(tokens) || (names(tokens, RETURNS) && names(tokens, SOLD)));
  }

  private static boolean namesCredits(List<String> tokens) {
    return names(tokens, CREDIT) || (names(tokens, NOTES) && names(tokens, CREDITED));
  }

  /**
   * Whether rows below it are something else than invoices in force; it has no number of its own.
   */
  static boolean isSection(String words) {
    List<String> tokens = tokens(words);
    return isUnnumbered(tokens)
        && (namesCredits(tokens) || tokens.contains("retours") || names(tokens, VOID));
  }

  /** Whether it names invoices or sales, and nothing else. */
  static boolean isOfSales(String words) {
    List<String> tokens = tokens(words);
    return isUnnumbered(tokens)
        && names(tokens, SOLD)
        && !namesCredits(tokens)
        && !names(tokens, RETURNS)
        && !names(tokens, VOID)
        && tokens.stream().noneMatch(t -> t.startsWith("fournisseur") || t.startsWith("recu"));
  }

  private static boolean isUnnumbered(List<String> tokens) {
    return isOne(tokens)
        && tokens.stream()
            .allMatch(t -> !NUMBERED.matcher(t).matches() || YEAR.matcher(t).matches());
  }
}
