package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.Map;

/** The code lists of UBL in the words that the hub knows. */
final class UblCodes {
  /** UN/EDIFACT 1001, as EN 16931 has it; a kind that is not here is told as it is (FMT-014). */
  private static final Map<String, String> KINDS =
      words(
          "facture", "380 80 82 84 326 383 388 389 393 394 395 751 780",
          "avoir", "381 261 262 296 308 396 420 458 532",
          "acompte", "386");

  /** UN/EDIFACT 4461. */
  private static final Map<String, String> PAYMENTS =
      words(
          "espèces", "10",
          "chèque", "20 21 22 23 25 26",
          "virement", "30 31 42 58",
          "carte", "48 54 55",
          "traite", "24 40 44 60 61 70");

  private UblCodes() {}

  private static Map<String, String> words(String... wordsAndCodes) {
    Map<String, String> words = new HashMap<>();
    for (int i = 0; i < wordsAndCodes.length; i += 2) {
      for (String code : wordsAndCodes[i + 1].split(" ", -1)) {
        words.put(code, wordsAndCodes[i]);
      }
    }
    return words;
  }

  /** Kind of document; a credit note's root says it even without a code. */
  static String kind(String root, String code) {
    if (root.equals("CreditNote")) {
      return "avoir";
    }
    return code.isEmpty() ? "facture" : KINDS.getOrDefault(code, code);
  }

  /** Means of payment; empty for none and for 1, « not defined ». */
  static String payment(String code) {
    return code.isEmpty() || code.equals("1") ? "" : PAYMENTS.getOrDefault(code, "autre");
  }
}
