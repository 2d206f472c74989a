package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.AliasNames.among;

import dz.manchengo.hub.documents.Aliases.By;
import dz.manchengo.hub.documents.Aliases.Field;
import dz.manchengo.hub.documents.Aliases.Match;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header that no alias is as it stands: an alias with a unit or a rate behind it, or in other
 * words.
 *
 * @param known fields by the normal form of their aliases
 */
record HeaderParts(Map<String, List<Field>> known) {
  /** {@code tva 19 pct}, {@code montant tva a 9}: an amount at one rate, not a rate. */
  private static final Pattern RATE =
      Pattern.compile("(.*?)(?: a)? (\\d{1,2}(?: \\d{1,2})?)(?: pct)?");

  Match match(String name, List<String> scopes) {
    Match match = withoutUnit(name, scopes);
    match = match.isUnknown() ? withoutRate(name, scopes) : match;
    return match.isUnknown() ? inUsualWords(name, scopes) : match;
  }

  /** « Total colis » counts packages and no dinars. */
  private Match withoutUnit(String name, List<String> scopes) {
    for (HeaderUnit read : HeaderUnit.of(name)) {
      Match percentage = inPercent(read, scopes);
      if (percentage != null) {
        return percentage;
      }
      List<Field> fields =
          among(known.get(read.header()), scopes).stream()
              .filter(field -> field.type() != Aliases.Type.MONEY || read.isOfMoney())
              .toList();
      if (!fields.isEmpty()) {
        return new Match(fields, By.ALIAS_AND_UNIT, read.unit());
      }
    }
    return Match.NONE;
  }

  /**
   * « TVA (en %) » is a rate and « Remise globale en % » no dinars: what « … % » means. Null for
   * what is no amount, or in another unit.
   */
  private @Nullable Match inPercent(HeaderUnit read, List<String> scopes) {
    List<Field> amounts = among(known.get(read.header()), scopes);
    if (!read.unit().equals("pct")
        || amounts.isEmpty()
        || amounts.get(0).type() != Aliases.Type.MONEY) {
      return null;
    }
    List<Field> rates = among(known.get(read.header() + " pct"), scopes);
    return rates.isEmpty() ? Match.NONE : new Match(rates, By.ALIAS, null);
  }

  private Match withoutRate(String name, List<String> scopes) {
    Matcher rate = RATE.matcher(name);
    if (!rate.matches()) {
      return Match.NONE;
    }
    List<Field> amounts =
        among(known.get(rate.group(1)), scopes).stream()
            .filter(field -> field.name().equals("total_vat") || field.name().equals("total_ht"))
            .toList();
    return amounts.isEmpty()
        ? Match.NONE
        : new Match(amounts, By.ALIAS_AND_RATE, rate.group(2).replace(' ', '.'));
  }

  /** « Valeur hors taxe » is « Montant HT ». */
  private Match inUsualWords(String name, List<String> scopes) {
    String usual = HeaderSynonyms.usual(name);
    if (usual.equals(name)) {
      return Match.NONE;
    }
    List<Field> exact = among(known.get(usual), scopes);
    return exact.isEmpty() ? withoutUnit(usual, scopes) : new Match(exact, By.ALIAS, null);
  }
}
