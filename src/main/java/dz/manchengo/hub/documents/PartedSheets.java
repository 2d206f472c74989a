package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Workbooks and archives in which one sheet completes another one: headers and lines, a batch with
 * its consumption and its outputs (domain notes §7.2).
 */
final class PartedSheets {
  /** What the sheet of the headers says and lists of outputs seldom do. */
  private static final Set<String> OF_HEADS = Set.of("made_on", "started_at");

  private final Aliases aliases;
  private final Feed feed;
  private final DocumentPosting posting;

  PartedSheets(Aliases aliases, Feed feed, DocumentPosting posting) {
    this.aliases = aliases;
    this.feed = feed;
    this.posting = posting;
  }

  /** One sheet as a list of documents and as one that completes them, as far as it may be. */
  private record Sheet(@Nullable Layout main, @Nullable Layout details) {
    boolean mayHead(DocumentPosting posting) {
      return main != null && main.has(posting.numberField());
    }

    boolean isDated() {
      return main != null && OF_HEADS.stream().anyMatch(main::has);
    }
  }

  /**
   * The same layouts, or where sheets complete others all of them in their parts.
   *
   * @param whole the sheets as if each were whole
   */
  List<Layout> of(List<SourceSheet> sheets, List<Layout> whole) throws UnreadableFile {
    if (posting.details().isEmpty() || sheets.size() < 2) {
      return whole;
    }
    boolean always = posting.details().stream().anyMatch(DocumentPosting.DetailSheet::always);
    if (always && whole.stream().anyMatch(this::isWhole)) {
      return whole;
    }
    List<Sheet> both = new ArrayList<>();
    for (SourceSheet sheet : sheets) {
      both.add(new Sheet(as(sheet, whole), details(sheet).orElse(null)));
    }
    List<Layout> parted = new ArrayList<>();
    both.forEach(sheet -> part(sheet, both).ifPresent(parted::add));
    return parted.stream().allMatch(layout -> layout.details() != null) ? whole : parted;
  }

  private static @Nullable Layout as(SourceSheet sheet, List<Layout> whole) {
    return whole.stream()
        .filter(layout -> layout.sheet().name().equals(sheet.name()))
        .findFirst()
        .orElse(null);
  }

  /** A list that could stand alone completes another one only where that cannot do without. */
  private Optional<Layout> part(Sheet sheet, List<Sheet> all) {
    boolean alone = sheet.main() != null && isWhole(sheet.main());
    if (sheet.details() == null || (alone && !isHeadedBy(sheet, all))) {
      return Optional.ofNullable(sheet.main());
    }
    return Optional.of(sheet.details());
  }

  private boolean isHeadedBy(Sheet sheet, List<Sheet> all) {
    return all.stream()
        .filter(other -> !other.equals(sheet))
        .anyMatch(other -> heads(other, sheet));
  }

  /** One that lacks something and completes nothing, or that alone tells when. */
  private boolean heads(Sheet head, Sheet sheet) {
    if (head.main() == null || !head.mayHead(posting)) {
      return false;
    }
    boolean lacking = !isWhole(head.main()) && head.details() == null;
    boolean telling = isWhole(head.main()) && head.isDated() && !sheet.isDated();
    return lacking || telling;
  }

  /**
   * Of the kinds that it may be, the one it is called after, then the one that reads most of it.
   */
  private Optional<Layout> details(SourceSheet sheet) throws UnreadableFile {
    List<Layout> fitting = new ArrayList<>();
    for (DocumentPosting.DetailSheet kind : posting.details()) {
      String number = posting.numberField();
      new LayoutFinder(
              aliases,
              kind.scopes(),
              feed,
              "",
              Integer.MAX_VALUE,
              layout -> WideTable.isOne(layout, kind, number, feed))
          .find(sheet)
          .filter(layout -> layout.has(posting.numberField()))
          .filter(layout -> layout.missing(kind.required(), feed).isEmpty())
          .map(layout -> layout.asDetails(kind))
          .ifPresent(fitting::add);
    }
    Comparator<Layout> likelier =
        Comparator.<Layout, Boolean>comparing(PartedSheets::isCalledSo)
            .thenComparingInt(Layout::score);
    return fitting.stream().reduce((a, b) -> likelier.compare(b, a) > 0 ? b : a);
  }

  private static boolean isCalledSo(Layout layout) {
    DocumentPosting.DetailSheet kind = layout.details();
    return kind != null
        && (kind.isCalled(layout.sheet().name())
            || ReadingNote.in(layout).words().contains(kind.word()));
  }

  private boolean isWhole(Layout layout) {
    return layout.missing(posting.required(), feed).isEmpty();
  }
}
