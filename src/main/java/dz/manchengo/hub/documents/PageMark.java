package dz.manchengo.hub.documents;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a print has at the foot or head of each page, in one cell or several: « Page 1/2 », « Édité
 * le 12/03/2026 à 10:30 », « Imprimé par Karim ».
 */
final class PageMark {
  /** A table has more in its rows. */
  private static final int MOST_CELLS = 5;

  private static final int MOST_LETTERS = 80;

  /** The first letters of one of its cells, which spares most rows a closer look. */
  private static final Set<String> FIRST_LETTERS =
      Set.of("pag", "edi", "imp", "tir", "gen", "ext", "exp", "pri", "doc", "eta", "lis", "rap");

  private static final String END = "(?= |$)";
  private static final String PAGE = "page(?: no)? \\d{1,4}(?: (?:(?:sur|of|de) )?\\d{1,4})?" + END;
  private static final String PRINTED =
      "(?:document |etat |liste |rapport |date )?(?:edite|editee|edition|imprime|imprimee"
          + "|impression|tire|tiree|genere|extrait|exporte|printed)(?: le)?"
          + END;
  private static final String DAY =
      "(?:\\d{1,2} \\d{1,2} \\d{2}(?:\\d{2})?|\\d{4} \\d{2} \\d{2}|\\d{1,2} \\p{L}{3,9} \\d{4})"
          + END;
  private static final String TIME = "(?:a )?\\d{1,2}(?: |h| h )\\d{2}(?: \\d{2})?" + END;
  private static final String PERSON = "(?:par|by) \\p{L}+(?: \\p{L}+){0,2}?" + END;

  private static final Pattern MARK =
      Pattern.compile(
          "(?:(?:"
              + String.join("|", PAGE, PRINTED, "(?:date|le|on)" + END, DAY, TIME, PERSON)
              + ") ?)+");

  /** A page has its number; who has printed, or when, is said. */
  private static final Pattern SAYS_SO =
      Pattern.compile("(?:^| )(?:" + PAGE + "|" + PRINTED + " (?:\\d|par |by |on ))");

  /** « Page 2/2 » or « Page 2 », beside which the company's name may stand. */
  private static final Pattern OF_PAGES =
      Pattern.compile("page(?: no)? \\d{1,4}(?: (?:(?:sur|of|de) )?\\d{1,4})?");

  private static final int MOST_NAMES = 2;

  private PageMark() {}

  /** Whether that is all the row holds. */
  static boolean isOne(SourceRow row) {
    if (row.hasMoreThan(MOST_CELLS)) {
      return false;
    }
    boolean begins = false;
    for (Cell cell : row.cells()) {
      begins |= cell instanceof Cell.Text text && FIRST_LETTERS.contains(text.firstLetters());
    }
    return begins && (isMark(row) || !beside(row).isEmpty());
  }

  /** Names beside « Page 2/2 »: words only, for a row has figures; none where it is no mark. */
  static List<Cell> beside(SourceRow row) {
    List<Cell> names = new ArrayList<>(row.cells());
    names.removeIf(Cell::isBlank);
    boolean paged = names.removeIf(cell -> OF_PAGES.matcher(words(cell)).matches());
    return paged && names.size() <= MOST_NAMES && names.stream().allMatch(PageMark::isName)
        ? names
        : List.of();
  }

  private static boolean isName(Cell cell) {
    return cell instanceof Cell.Text text
        && CellValue.number(cell) == NumberReading.NOT_A_NUMBER
        && text.date() == DateReading.NOT_A_DATE;
  }

  private static boolean isMark(SourceRow row) {
    String words =
        row.cells().stream()
            .filter(cell -> !cell.isBlank())
            .map(PageMark::words)
            .collect(Collectors.joining(" "));
    return words.length() <= MOST_LETTERS
        && SAYS_SO.matcher(words).find()
        && MARK.matcher(words).matches();
  }

  private static String words(Cell cell) {
    if (cell instanceof Cell.Moment moment) {
      LocalTime time = moment.value().toLocalTime();
      return HeaderName.normalise(moment.value().toLocalDate() + " " + time);
    }
    return HeaderName.normalise(cell.text());
  }
}
