package dz.manchengo.hub.reports;

import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A figure as a letter tells it.
 *
 * @param title what it is
 * @param value as people here write it
 */
record KeyFigure(String title, String value) {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final int PERCENT = 100;

  static String shown(Report.Type type, Object value, ReportCells cells) {
    return switch (type) {
      case INTEGER, QUANTITY, COST -> Figures.of(ReportCells.number(value));
      case AMOUNT -> Figures.of(ReportCells.number(value).setScale(2, RoundingMode.HALF_UP));
      case PERCENT ->
          Figures.of(
                  ReportCells.number(value)
                      .multiply(BigDecimal.valueOf(PERCENT))
                      .setScale(1, RoundingMode.HALF_UP))
              + " %";
      case DATE -> Days.of(cells.moment(value).toLocalDate());
      case MOMENT -> moment(cells.moment(value));
      default -> value.toString();
    };
  }

  private static String moment(LocalDateTime moment) {
    return MOMENT.format(moment);
  }
}
