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
  private static final Set<String> CREDIT =
      Set.of("avoir", "avoirs", "credit", "credits", "retour", "retours", "rrr");

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
              + " bon note notes client clients fournisseur fournisseurs marchandise marchandises"
              + " produit produits article articles commercial commerciaux financier financiers emis"
              + " emise emises recu recus partiel partiels partielle total totale mois annee exercice"
              + " periode trimestre semestre semaine janvier fevrier mars avril mai juin juillet aout"
              + " septembre octobre novembre decembre janv fev fevr avr juil sept oct nov dec page"
              + " commande commandes livraison comptable comptables credit");

  private static final Set<String> ALL =
      Stream.of(CREDIT, SOLD, VOID, OTHERS).flatMap(Set::stream).collect(Collectors.toSet());

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
    boolean onlyReturns =
        tokens.stream().filter(CREDIT::contains).allMatch(t -> t.startsWith("retour"));
    return isOne(tokens) && names(tokens, CREDIT) && (!onlyReturns || names(tokens, SOLD));
  }

  /**
   * Whether rows below it are something else than invoices in force; it has no number of its own.
   */
  static boolean isSection(String words) {
    List<String> tokens = tokens(words);
    return isUnnumbered(tokens) && (names(tokens, CREDIT) || names(tokens, VOID));
  }

  /** Whether it names invoices or sales, and nothing else. */
  static boolean isOfSales(String words) {
    List<String> tokens = tokens(words);
    return isUnnumbered(tokens)
        && names(tokens, SOLD)
        && !names(tokens, CREDIT)
        && !names(tokens, VOID)
        && tokens.stream().noneMatch(t -> t.startsWith("fournisseur") || t.startsWith("recu"));
  }

  private static boolean isUnnumbered(List<String> tokens) {
    return isOne(tokens)
        && tokens.stream()
            .allMatch(t -> !NUMBERED.matcher(t).matches() || YEAR.matcher(t).matches());
  }
}
