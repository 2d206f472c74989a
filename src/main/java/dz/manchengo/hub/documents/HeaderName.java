package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A column's header in the form in which headers are compared (domain notes §7.3). */
final class HeaderName {
  private static final Pattern NUMBER_SIGN =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:n\\s*[°º]|num(?:ero)?(?![\\p{L}\\p{N}]))|№|#");

  /** {@code p.u. ht}, {@code p.u ht}, {@code d.l.c.}: letters with points between them. */
  private static final Pattern INITIALS =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}\\.)+(?:\\p{L}(?!\\p{L}))?");

  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> ARTICLES =
      Set.of("de", "du", "des", "la", "le", "les", "l", "d");

  /** {@code DE_No} is a column of Sage's tables, of depots, and « N° » is not. */
  private static final Pattern OF_A_TABLE = Pattern.compile("[A-Z]{2}_[A-Z][A-Za-z0-9]*");

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z]{2})(?=[A-Z])");

  /** « Facture/Avoir » is one or the other; « Facture d'avoir » is a credit note. */
  private static final Pattern EITHER =
      Pattern.compile("\\bfactures?\\s*[/\\\\|&+,;–-]\\s*(avoirs?)\\b");

  /** « Document - Date », « Ligne - Quantité » of EBP: whose column it is. */
  private static final Pattern OF_PART =
      Pattern.compile("^(?:documents?|lignes?|pieces?|entetes?) +[-–] +(?=\\p{L})");

  private static final Pattern LATIN = Pattern.compile("[a-z]{2}");
  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}+");

  /** As everybody shortens them beside another word: « CODE CLT », « Réf. art. ». */
  private static final Map<String, String> SHORT = Map.of("clt", "client", "art", "article");

  private HeaderName() {}

  /** {@code Numéro de facture} is {@code no facture}; empty for a header without a letter. */
  static String normalise(String header) {
    String signs = header.replace('º', '°').replace("№", "n°");
    String folded = OF_PART.matcher(inOneScript(Typography.fold(signs))).replaceFirst("");
    String either = folded.contains("avoir") ? parted(folded, EITHER) : folded;
    String numbered = NUMBER_SIGN.matcher(either).replaceAll(" no ");
    String joined =
        INITIALS
            .matcher(numbered.replace("%", " pct "))
            .replaceAll(initials -> initials.group().replace(".", "") + " ");
    String words = OTHERS.matcher(joined).replaceAll(" ").strip();
    return OF_A_TABLE.matcher(header.strip()).matches() ? words : withoutArticles(words);
  }

  /** « N° facture / رقم الفاتورة » says one thing twice. */
  private static String inOneScript(String folded) {
    return LATIN.matcher(folded).find() ? ARABIC.matcher(folded).replaceAll(" ") : folded;
  }

  private static String parted(String folded, Pattern either) {
    return either.matcher(folded).replaceAll("facture ou $1");
  }

  /** The words of a key such as {@code invoiceDate} apart; other headers as they are. */
  static String parted(String header) {
    return HUMP.matcher(header).replaceAll(" ");
  }

  /** The last word is no article: {@code Lait (L)} and {@code °D} name their unit. */
  private static String withoutArticles(String words) {
    List<String> kept = new ArrayList<>(List.of(words.split(" ", -1)));
    String last = kept.remove(kept.size() - 1);
    kept.removeIf(ARTICLES::contains);
    kept.add(last);
    if (kept.size() > 1) {
      kept.replaceAll(word -> SHORT.getOrDefault(word, word));
    }
    return String.join(" ", kept);
  }
}
