package dz.manchengo.hub.documents;

import java.util.regex.Pattern;

/** « Droit de timbre (1 %) », « Montant du timbre », « Timbre fiscale »: the duty, and no rate. */
final class StampName {
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:(?:montant|total)(?: d[ue])? )?(?:(?:droits?|frais)(?: de| du)? )?timbres?"
              + "(?: fisca(?:le?|ux))?(?: \\d+(?: \\d+)?(?: pct)?)?");

  /** A header that always means it. */
  static final String USUAL = "timbre";

  private StampName() {}

  /**
   * Whether that is what a header or label says.
   *
   * @param name in normal form
   */
  static boolean isAmount(String name) {
    return AMOUNT.matcher(name).matches();
  }
}
