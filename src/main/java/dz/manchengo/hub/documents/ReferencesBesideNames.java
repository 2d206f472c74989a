package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a column « Référence » next to « Désignation » holds article codes though no article of
 * the hub has them: each goes with one name and each name with one of them, and they vary inside
 * documents or come again in others. What is numbered as orders and delivery notes are is none,
 * unless most of the others are not: « BR-5 » is butter among « CM-250 » and « GD-300 ».
 */
final class ReferencesBesideNames {
  /** They show what the column is; a file of a million has no other in the rest. */
  private static final int MOST = 2_000;

  private static final int ONE_IN = 5;

  /** One in three at most looks like the number of a document, and is none. */
  private static final int FEW = 3;

  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}./_+-]{0,29}");

  private static final Pattern OF_DOCUMENT =
      Pattern.compile(
          "(?:DEVIS|DEV|DV|BL|BC|BR|BS|BE|BON|FA|FAC|FACT|FACTURE|FV|FC|AV|AVOIR|CMD|CDE|COM"
              + "|COMMANDE|OF|OP|PROF|PROFORMA|PO|SO|INV|CN|DN|LOT)[./_-]?\\d.*");

  private final Layout.Column reference;
  private final int nameIndex;
  private final boolean form;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> references = new HashMap<>();
  private final Map<String, Integer> firstDocument = new HashMap<>();
  private int document = -1;
  private @Nullable String first;
  private boolean varies;
  private boolean several;

  private int rows;
  private int odd;
  private int ofDocuments;
  private int repeated;
  private int contradicted;
  private int again;
  private int documents;
  private int varying;
  private boolean letters;

  private ReferencesBesideNames(Layout.Column reference, int nameIndex, boolean form) {
    this.reference = reference;
    this.nameIndex = nameIndex;
    this.form = form;
  }

  /** Null where no such columns stand side by side, or another one is called after the code. */
  static @Nullable ReferencesBesideNames in(Layout layout) {
    if (layout.has("product_code")) {
      return null;
    }
    Optional<Layout.Column> reference =
        layout.columns().stream()
            .filter(ReferenceEvidence::isBare)
            .filter(column -> column.means("item_ref"))
            .findFirst();
    return reference
        .flatMap(
            one ->
                layout.columns().stream()
                    .filter(column -> column.means("description"))
                    .filter(column -> Math.abs(column.index() - one.index()) == 1)
                    .findFirst()
                    .map(name -> new ReferencesBesideNames(one, name.index(), layout.isForm())))
        .orElse(null);
  }

  boolean isOf(Layout.Column column) {
    return column.equals(reference);
  }

  /**
   * Takes a row in.
   *
   * @param rowsDocument counts the documents
   */
  void look(SourceRow row, int rowsDocument) {
    String code = CellValue.text(row.cell(reference.index())).strip().toUpperCase(Locale.ROOT);
    String name = HeaderName.normalise(CellValue.text(row.cell(nameIndex)));
    if (rowsDocument != document) {
      end();
      document = rowsDocument;
    }
    if (code.isEmpty() || name.isEmpty() || isFull(code, name)) {
      return;
    }
    rows++;
    odd += CODE.matcher(code).matches() ? 0 : 1;
    ofDocuments += OF_DOCUMENT.matcher(code).matches() ? 1 : 0;
    letters |= code.codePoints().anyMatch(Character::isLetter);
    String called = names.putIfAbsent(code, name);
    String coded = references.putIfAbsent(name, code);
    compare(called, name);
    compare(coded, code);
    int at = firstDocument.computeIfAbsent(code, c -> rowsDocument);
    again += at != rowsDocument && name.equals(called) ? 1 : 0;
    several |= first != null;
    varies |= first != null && !first.equals(code);
    first = first == null ? code : first;
  }

  private boolean isFull(String code, String name) {
    return names.size() >= MOST && !names.containsKey(code) && !references.containsKey(name);
  }

  private void compare(@Nullable String before, String now) {
    repeated += before == null ? 0 : 1;
    contradicted += before == null || before.equals(now) ? 0 : 1;
  }

  /** The document is over. */
  void end() {
    documents += several ? 1 : 0;
    varying += varies ? 1 : 0;
    first = null;
    several = false;
    varies = false;
  }

  /** Of numbers alone only those that come again in another document are articles'. */
  boolean areArticles() {
    if (form && letters && odd == 0 && contradicted == 0 && ofDocuments < rows) {
      return true;
    }
    boolean shown = again > 0 || (letters && varying > 0 && varying * 2 >= documents);
    return shown
        && names.size() > 1
        && odd * ONE_IN <= rows
        && ofDocuments * FEW <= rows
        && contradicted * ONE_IN <= repeated;
  }
}
