package dz.manchengo.hub.documents;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Headers of the party that name a supplier, in whatever number, cut short or misspelt: « Nom des
 * Fournisseurs », « Fourniss. », « Fourniseur ». Read as a customer's a purchase would be a sale.
 */
final class SupplierWords {
  private static final Pattern SUPPLIER =
      Pattern.compile("fourn|fourni(?!tur)\\p{L}{1,8}|frs|frns|suppliers?|vendors?");

  private static final Pattern CUSTOMER = Pattern.compile("clients?|clt|customers?|acheteurs?");

  /** What may stand beside the word where the column is the party and nothing of its articles. */
  private static final Set<String> BESIDE =
      Set.of(
          "nom",
          "noms",
          "raison",
          "sociale",
          "code",
          "no",
          "numero",
          "compte",
          "intitule",
          "du",
          "de",
          "des",
          "le",
          "la",
          "les",
          "nif",
          "nis",
          "rc",
          "ai",
          "name",
          "names");

  private SupplierWords() {}

  /** Whether a normalised header is of the party and names a supplier. */
  static boolean isParty(String header) {
    String[] words = header.split(" ");
    return Arrays.stream(words).anyMatch(SupplierWords::isOne)
        && Arrays.stream(words).allMatch(word -> isOne(word) || BESIDE.contains(word));
  }

  /** Whether one of the headers is, and none names customers. */
  static boolean areIn(Set<String> headers) {
    return headers.stream().anyMatch(SupplierWords::isParty)
        && headers.stream()
            .flatMap(header -> Arrays.stream(header.split(" ")))
            .noneMatch(word -> CUSTOMER.matcher(word).matches());
  }

  private static boolean isOne(String word) {
    return SUPPLIER.matcher(word).matches();
  }
}
