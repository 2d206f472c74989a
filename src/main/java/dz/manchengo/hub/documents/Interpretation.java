package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.ProductCodes;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of which is known how it is to be read. Its documents are not kept: they are read from the
 * file each time they are asked for.
 */
public final class Interpretation implements Closeable {
  private final SourceFile file;
  private final Recognised recognised;
  private final FileReader.ReadingHints hints;
  private final LocalDate today;
  private final ProductCodes products;
  private final Grouping grouping;
  private final Aliases aliases;
  private final ScatteredDocuments scattered = new ScatteredDocuments();
  private final List<SheetReading> sheets = new ArrayList<>();
  private final List<Finding> findings;
  private final Map<String, String> detected;
  private final Map<String, Integer> headerRows = new LinkedHashMap<>();
  private final Map<String, String> readingNotes = new LinkedHashMap<>();
  private final FileHeaders headers;
  private final String name;
  private int rows;
  private final Map<String, Character> marks = new LinkedHashMap<>();
  private @Nullable Character mark;
  private List<ControlFigure> controls = List.of();

  /** Takes portions of documents one after the other. */
  @FunctionalInterface
  public interface PortionReader {
    void portion(List<RawDocument> documents) throws UnreadableFile, IOException;
  }

  Interpretation(
      SourceFile file,
      Recognised recognised,
      FileReader.ReadingHints hints,
      Aliases aliases,
      LocalDate today,
      ProductCodes products,
      String name)
      throws UnreadableFile, IOException {
    this.file = file;
    this.recognised = recognised;
    this.hints = hints;
    this.grouping = Grouping.of(recognised.posting(), aliases);
    this.aliases = aliases;
    this.today = today;
    this.headers = new FileHeaders(!recognised.details().isEmpty());
    this.products = products;
    this.name = name;
    this.findings = new ArrayList<>(file.findings());
    this.detected = new LinkedHashMap<>(file.detected());
    for (Layout layout : recognised.layouts()) {
      survey(layout);
    }
    if (rows == 0) {
      boolean back =
          recognised.layouts().stream().allMatch(layout -> OwnAnswers.isCorrection(layout.sheet()));
      throw Refusal.unreadable(back ? "reason.no-data-to-correct" : "reason.no-data");
    }
    if (feed().document().equals("invoices") && !recognised.layouts().get(0).sheet().isMade()) {
      boolean purchases = feed().direction() == Invoice.Direction.PURCHASE;
      detected.put(
          "{reason.read.side}", purchases ? "{reason.read.purchases}" : "{reason.read.sales}");
    }
    if (mark != null) {
      detected.put(
          "{reason.read.decimal}", mark == ',' ? "{reason.read.comma}" : "{reason.read.point}");
    }
  }

  private void survey(Layout layout) throws UnreadableFile, IOException {
    DocumentPosting.DetailSheet kind = layout.details();
    SheetReading sheet =
        SheetReading.of(layout, feed(), grouping(layout, kind), scattered, products, name);
    sheets.add(sheet);
    headerRows.put(layout.sheet().name(), layout.headerRow().number());
    if (layout.headerRow().number() > 0) { // a structured file has none
      detected.put(label(layout), String.valueOf(layout.headerRow().number()));
    }
    layout
        .titles()
        .shown()
        .forEach(
            (title, value) ->
                detected.put("{reason.read.title} (" + sheetAnd(layout, title) + ")", value));
    detected.putAll(sheet.detected());
    readingNotes.put(layout.sheet().name(), sheet.readingNote());
    findings.addAll(sheet.findings());
    headers.add(layout.sheet().name(), sheet.headers());
    rows += sheet.rows();
    Character own = sheet.mark();
    if (own != null) {
      marks.put(layout.sheet().name(), own);
      mark = mark == null ? own : mark;
    }
  }

  private Grouping grouping(Layout layout, DocumentPosting.@Nullable DetailSheet kind) {
    if (kind != null) {
      return Grouping.ofDetails(posting(), kind, aliases);
    }
    boolean heads = !recognised.details().isEmpty() && layout.isJournal();
    return heads ? grouping.ofHeads() : grouping;
  }

  private static String sheetAnd(Layout layout, String title) {
    String name = layout.sheet().name();
    return name.isEmpty() ? title : name + ", " + title;
  }

  private static String label(Layout layout) {
    String label = "{reason.read.header-row}";
    return layout.sheet().name().isEmpty() ? label : label + " (" + layout.sheet().name() + ")";
  }

  public Feed feed() {
    return recognised.feed();
  }

  public DocumentPosting posting() {
    return recognised.posting();
  }

  /** What the feed fixes about reading, for reading the same rows again. */
  public FileReader.ReadingHints hints() {
    return hints;
  }

  /** That the file shows; null when nothing tells. */
  public @Nullable Character decimalMark() {
    return mark;
  }

  /** Sheet name → its own decimal mark, where it shows one: files in an archive may differ. */
  public Map<String, Character> decimalMarks() {
    return marks;
  }

  /** Data rows: neither header, nor blank, nor totals. */
  public int rows() {
    return rows;
  }

  /** What was found out, for the acknowledgement. */
  public Map<String, String> detected() {
    return detected;
  }

  /** Sheet name → row number of its header. */
  public Map<String, Integer> headerRows() {
    return headerRows;
  }

  /** Sheet name → what was decided of its columns, for the header of a correction sheet. */
  public Map<String, String> readingNotes() {
    return readingNotes;
  }

  /** Sheet name → texts of its header, in the order of the sheets. */
  public Map<String, List<String>> headers() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Layout layout : recognised.layouts()) {
      List<Cell> header = layout.own(layout.headerRow()).cells();
      texts.put(layout.sheet().name(), header.stream().map(Cell::text).toList());
    }
    return texts;
  }

  /** Sheet name → what stands around its table and holds for every row. */
  public Map<String, Map<String, String>> titles() {
    return recognised.layouts().stream()
        .filter(layout -> !layout.titles().shown().isEmpty())
        .collect(
            Collectors.toMap(layout -> layout.sheet().name(), layout -> layout.titles().shown()));
  }

  /** Of the file and of rows that belong to no document, as the feed sees them. */
  public List<Finding> findings() {
    return feed().applied(findings);
  }

  /** The file's own totals beside what was read; after {@link #read}. */
  public List<ControlFigure> controls() {
    return controls;
  }

  /** Of the file's own totals that differ (FIL-020), as the feed sees them; after {@link #read}. */
  public List<Finding> controlFindings() {
    return feed()
        .applied(controls.stream().filter(c -> !c.agrees()).map(ControlFigure::finding).toList());
  }

  /** Adds what opening the file found. */
  void tell(Finding finding) {
    findings.add(finding);
  }

  /**
   * Reads the documents, from the first one on.
   *
   * @param portion rows after which a portion is handed on, whole documents only
   */
  public void read(int portion, PortionReader reader) throws UnreadableFile, IOException {
    Portions portions = new Portions(portion, reader);
    DocumentAssembly assembly =
        new DocumentAssembly(
            grouping, recognised.details(), feed(), today, headers, scattered, portions::add);
    List<ControlFigure> figures = new ArrayList<>();
    for (SheetReading sheet : sheets) {
      int before = assembly.begun();
      ControlTotals control = sheet.read(assembly::add);
      if (control != null) {
        figures.addAll(control.figures(assembly.begun() - before));
      }
    }
    controls = List.copyOf(figures);
    assembly.end();
    portions.end();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Gathers documents until they have enough rows. */
  private final class Portions {
    private final int size;
    private final PortionReader reader;
    private List<RawDocument> documents = new ArrayList<>();
    private int gathered;

    private Portions(int size, PortionReader reader) {
      this.size = size;
      this.reader = reader;
    }

    private void add(RawDocument document) throws UnreadableFile, IOException {
      documents.add(document.withFindings(feed().applied(document.findings())));
      gathered += document.rows().size();
      if (gathered >= size) {
        end();
      }
    }

    private void end() throws UnreadableFile, IOException {
      if (!documents.isEmpty()) {
        reader.portion(documents);
        documents = new ArrayList<>();
        gathered = 0;
      }
    }
  }
}
