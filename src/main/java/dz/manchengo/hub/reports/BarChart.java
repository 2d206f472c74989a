package dz.manchengo.hub.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Bars of a table's first rows, beside figures or the table itself. */
final class BarChart {
  private static final int WIDTH = 10;
  private static final int TOP = 2;
  private static final int BOTTOM = 26;

  private BarChart() {}

  /**
   * Draws it.
   *
   * @param rows the first of the table
   * @param labels and values: where their columns stand, by index
   * @param left column of the sheet that it begins in
   */
  static void draw(
      XSSFSheet sheet,
      Report.Chart chart,
      String tableName,
      List<Map<String, @Nullable Object>> rows,
      int labels,
      int values,
      int left,
      Locale language) {
    List<Map<String, @Nullable Object>> first = rows.subList(0, shown(rows, chart.values()));
    if (first.isEmpty()) {
      return;
    }
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFChart drawn =
        drawing.createChart(drawing.createAnchor(0, 0, 0, 0, left, TOP, left + WIDTH, BOTTOM));
    drawn.setTitleText(chart.title().in(language));
    drawn.setTitleOverlay(false);
    XDDFCategoryAxis categories = drawn.createCategoryAxis(AxisPosition.LEFT);
    categories.setOrientation(AxisOrientation.MAX_MIN); // the first row on top
    categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
    XDDFValueAxis amounts = drawn.createValueAxis(AxisPosition.BOTTOM);
    amounts.setCrosses(AxisCrosses.AUTO_ZERO);
    XDDFBarChartData data =
        (XDDFBarChartData) drawn.createData(ChartTypes.BAR, categories, amounts);
    data.setBarDirection(BarDirection.BAR);
    data.setVaryColors(false);
    XDDFChartData.Series series =
        data.addSeries(
            XDDFDataSourcesFactory.fromArray(
                first.stream()
                    .map(row -> Objects.toString(row.get(chart.labels()), ""))
                    .toArray(String[]::new),
                range(tableName, labels, first.size())),
            XDDFDataSourcesFactory.fromArray(
                first.stream().map(row -> amount(row.get(chart.values()))).toArray(Double[]::new),
                range(tableName, values, first.size())));
    series.setTitle(chart.title().in(language), null);
    series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.STEEL_BLUE)));
    ((XDDFBarChartData.Series) series).setInvertIfNegative(false);
    drawn.plot(data);
  }

  /**
   * Up to the last one that has a bar: a table whose greatest values stand first ends with none.
   */
  private static int shown(List<Map<String, @Nullable Object>> rows, String values) {
    int shown = rows.size();
    while (shown > 0 && amount(rows.get(shown - 1).get(values)) == 0) {
      shown--;
    }
    return shown;
  }

  private static Double amount(@Nullable Object value) {
    return value == null ? 0.0 : ReportCells.number(value).doubleValue();
  }

  private static String range(String sheet, int column, int rows) {
    return new CellRangeAddress(TableSheet.FIRST, TableSheet.FIRST + rows - 1, column, column)
        .formatAsString(sheet, true);
  }
}
