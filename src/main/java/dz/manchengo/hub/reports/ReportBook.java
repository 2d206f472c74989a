package dz.manchengo.hub.reports;

import dz.manchengo.hub.platform.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * One workbook of a report. Rows go from the database into a file as they come: however many they
 * are, few are in memory.
 */
final class ReportBook {
  private static final int ROWS_IN_MEMORY = 100;

  private static final int LONGEST_NAME = 31;
  private static final int BESIDE_FIGURES = 3;

  private final Report report;
  private final byte @Nullable [] template;
  private final UnaryOperator<String> queries;
  private final NamedParameterJdbcTemplate db;
  private final Map<String, ?> parameters;
  private final Locale language;
  private final ZoneId zone;
  private final Formulas formulas;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, TableSheet> tables = new HashMap<>();
  private final Map<String, ReportTemplate.Looks> looks = new HashMap<>();
  private final List<KeyFigure> tableFigures = new ArrayList<>();
  private List<KeyFigure> figures = List.of();

  /**
   * A workbook.
   *
   * @param template what it is written into ({@link ReportTemplate}); null for a new workbook
   * @param queries the text of a query by its file
   * @param db inside a transaction, whose cursor gives rows in portions
   */
  ReportBook(
      Report report,
      byte @Nullable [] template,
      UnaryOperator<String> queries,
      NamedParameterJdbcTemplate db,
      Map<String, ?> parameters,
      Locale language,
      ZoneId zone) {
    this.report = report;
    this.template = template;
    this.queries = queries;
    this.db = db;
    this.parameters = parameters;
    this.language = language;
    this.zone = zone;
    Map<String, String> words = new HashMap<>();
    report.words().forEach((code, word) -> words.put(code, word.in(language)));
    this.formulas = new Formulas(words);
    for (Report.Sheet sheet : report.sheets()) {
      names.put(sheet.id(), name(sheet.title().in(language), 1, names.values()));
    }
  }

  /** As a sheet may be called, by a name that none has: the first, second … of that title. */
  private static String name(String title, int number, Collection<String> taken) {
    String behind = number == 1 ? "" : " (" + number + ")";
    String safe = WorkbookUtil.createSafeSheetName(title);
    String name =
        safe.substring(0, Math.min(safe.length(), LONGEST_NAME - behind.length())) + behind;
    return taken.stream().anyMatch(name::equalsIgnoreCase) ? name(title, number + 1, taken) : name;
  }

  /** Writes it; tables first, because figures name their last rows. */
  long write(OutputStream out) throws IOException {
    ReportTemplate made =
        template == null ? null : ReportTemplate.of(template, Set.copyOf(names.values()));
    XSSFWorkbook begun = made == null ? new XSSFWorkbook() : made.book();
    try (SXSSFWorkbook book = new SXSSFWorkbook(begun, ROWS_IN_MEMORY)) {
      ReportCells cells = new ReportCells(new ReportLooks(book), zone, company());
      names.values().stream()
          .filter(name -> book.getSheet(name) == null)
          .forEach(book::createSheet);
      names.forEach(
          (id, name) -> looks.put(id, made == null ? ReportTemplate.Looks.NONE : made.looks(name)));
      long rows = 0;
      for (Report.Sheet sheet : report.tables()) {
        rows += table(book, cells, sheet);
      }
      for (Report.Sheet sheet : report.sheets()) {
        if (!sheet.figures().isEmpty()) {
          List<KeyFigure> told =
              new FigureSheet(
                      sheet, book.getSheet(names.get(sheet.id())), cells, formulas, language)
                  .write(db.queryForMap(queries.apply(sheet.query()), parameters));
          figures = figures.isEmpty() ? told : figures;
        }
        chart(book, sheet);
      }
      if (made == null) {
        book.setActiveSheet(0);
      }
      book.write(out);
      return rows;
    }
  }

  private String company() {
    return String.valueOf(
        db.getJdbcOperations().queryForObject(Sql.file("reports/company.sql"), String.class));
  }

  /** Of its first sheet of figures, once it is written; of its tables where it has none. */
  List<KeyFigure> figures() {
    return figures.isEmpty() ? tableFigures : figures;
  }

  private long table(SXSSFWorkbook book, ReportCells cells, Report.Sheet sheet) {
    TableSheet table =
        new TableSheet(
            sheet,
            part -> part(book, sheet, part),
            new TableSheet.Style(cells, looks(sheet)),
            formulas,
            names,
            language);
    long[] rows = {0};
    RowCallbackHandler each =
        row -> {
          table.row(row);
          rows[0]++;
        };
    db.query(queries.apply(sheet.query()), parameters, each);
    table.end();
    tableFigures.addAll(table.told(rows[0]));
    tables.put(sheet.id(), table);
    return rows[0];
  }

  private ReportTemplate.Looks looks(Report.Sheet sheet) {
    return looks.getOrDefault(sheet.id(), ReportTemplate.Looks.NONE);
  }

  private SXSSFSheet part(SXSSFWorkbook book, Report.Sheet sheet, int part) {
    String name = Objects.requireNonNull(names.get(sheet.id()));
    if (part == 0) {
      return book.getSheet(name);
    }
    List<String> taken = new ArrayList<>();
    book.forEach(one -> taken.add(one.getSheetName()));
    return book.createSheet(name(sheet.title().in(language), part + 1, taken));
  }

  private void chart(SXSSFWorkbook book, Report.Sheet sheet) {
    Report.Chart chart = sheet.chart();
    if (chart == null || looks(sheet).drawn()) {
      return;
    }
    String table = Objects.requireNonNull(names.get(chart.sheet()));
    BarChart.draw(
        book.getXSSFWorkbook().getSheet(names.get(sheet.id())),
        chart,
        table,
        Objects.requireNonNull(tables.get(chart.sheet())).first(chart.rows()),
        column(chart.sheet(), chart.labels()),
        column(chart.sheet(), chart.values()),
        sheet.columns().isEmpty() ? BESIDE_FIGURES : sheet.columns().size() + 1,
        language);
  }

  private int column(String sheet, @Nullable String column) {
    Report.Sheet table =
        report.sheets().stream().filter(s -> s.id().equals(sheet)).findFirst().orElseThrow();
    return table.columns().stream().map(Report.Column::column).toList().indexOf(column);
  }
}
