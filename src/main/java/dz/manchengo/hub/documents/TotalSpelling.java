package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Pattern;

/** Labels of totals as people write them, and the usual ones that they stand for. */
final class TotalSpelling {
  private record Spelling(Pattern written, String usual) {
    Spelling(String written, String usual) {
      this(Pattern.compile(written, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), usual);
    }
  }

  /** Each is looked for in what the ones before have left. */
  private static final List<Spelling> ALL =
      List.of(
          // « TVA 19% (DA) », « Timbre fiscal (espèces) »; a rate says something
          new Spelling("\\s*(?:\\([^)%\\d]*\\)|\\b(?:DA|DZD))\\s*$", ""),
          new Spelling("^T\\.?\\s*(?=H\\.?T\\b|TTC\\b|T\\.T\\.C)", "Total "),
          new Spelling("^taux (?:de )?T\\.?V\\.?A\\.? (?=\\d)", "TVA "),
          new Spelling("^(?:d\\.?\\s*(?:de )?|frais de )timbre$", "Droit de timbre"),
          new Spelling(
              "^(?:total |montant )?h\\.?t\\.? apr[èe]s (?:remises?|escompte|rabais)$", "Net HT"),
          new Spelling("^montants? bruts?(?: h\\.?t\\.?)?$", "Total HT"),
          new Spelling("^montants? nets? h\\.?t\\.?$", "Net HT"),
          // what a total is of: « Dont TVA 19 % » is the VAT
          new Spelling("^dont (?:la )?(?=tva|taxe|timbre|droit)", ""));

  private TotalSpelling() {}

  /** The usual label; any other as it is. */
  static String usual(String label) {
    String usual = label;
    for (Spelling one : ALL) {
      usual = one.written().matcher(usual).replaceFirst(one.usual());
    }
    return usual;
  }
}
