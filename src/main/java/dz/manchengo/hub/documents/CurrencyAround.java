package dz.manchengo.hub.documents;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a table of the currency or unit of its amounts: « Total TTC (€) », « Devise :
 * EUR », « Montants exprimés en centimes » (FMT-015, FMT-026). A total that stands there in dinars
 * too has its counter-value beside it.
 */
final class CurrencyAround {
  /** Of an amount, and of nobody: « Total EURO FROMAGES » is what a customer comes to. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:(?:total|totaux|sous|subtotal|grand|general|net|balance|amount|montants?|due|ht|ttc|tva|vat|tax|taxes?"
              + "|hors|toutes|comprises|incl|excl|a|payer|in|en|facture|invoice|pct|\\d{1,2}) ?)+");

  private static final int MOST_CELLS = 2;

  private final Layout layout;
  private final boolean unitTold;
  private final Map<String, Finding> foreign = new LinkedHashMap<>(0);
  private final Set<String> dinars = new HashSet<>(0);

  CurrencyAround(Layout layout, Feed feed) {
    this.layout = layout;
    this.unitTold =
        feed.saysMoneyUnit()
            || layout.has("money_unit")
            || layout.columns().stream().noneMatch(Layout.Column::isMoney);
  }

  /** A row of totals: its label, or the text that its figure is, may name a currency. */
  void total(SourceRow row) {
    String label = "";
    String said = "";
    for (Cell cell : row.cells()) {
      if (cell instanceof Cell.Text text && !cell.isBlank()) {
        String name = HeaderName.normalise(ForeignCurrency.without(text.text()));
        if (AMOUNT.matcher(name).matches() && hasLetter(name)) {
          settle(label, said, row);
          label = name;
          said = text.text().strip();
        } else if (isFigure(text.text())) {
          said += " " + text.text().strip();
        }
      }
    }
    settle(label, said, row);
  }

  private static boolean isFigure(String text) {
    return !hasLetter(ForeignCurrency.without(text));
  }

  private static boolean hasLetter(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  private void settle(String label, String said, SourceRow row) {
    String sign = ForeignCurrency.in(said);
    if (sign == null) {
      dinars.add(label);
    } else if (!label.isEmpty()) {
      foreign.putIfAbsent(label, finding("FMT-015", row, said, sign));
    }
  }

  /** A row of words alone: a note. */
  void note(SourceRow row) throws UnreadableFile {
    List<String> texts =
        row.cells().stream().filter(cell -> !cell.isBlank()).map(c -> c.text().strip()).toList();
    if (texts.isEmpty() || texts.size() > MOST_CELLS) {
      return;
    }
    String said = String.join(" ", texts);
    String sign = Statement.isOfOtherCurrency(said) ? ForeignCurrency.in(said) : null;
    if (sign != null) {
      throw new UnreadableFile(finding("FMT-015", row, said, sign));
    }
    if (!unitTold && Statement.isOfOtherUnit(said)) {
      throw new UnreadableFile(finding("FMT-026", row, said, said));
    }
  }

  /**
   * After the last row.
   *
   * @throws UnreadableFile FMT-015 where an amount stands there in another currency only
   */
  void end() throws UnreadableFile {
    for (Map.Entry<String, Finding> one : foreign.entrySet()) {
      if (!dinars.contains(one.getKey())) {
        throw new UnreadableFile(one.getValue());
      }
    }
  }

  private Finding finding(String rule, SourceRow row, @Nullable String said, String value) {
    return RuleBook.finding(
            rule, Place.row(layout.sheet().name(), row.number()), said, "value", value)
        .withSeverity(Severity.REJECT_FILE);
  }
}
