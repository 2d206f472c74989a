package dz.manchengo.hub.intake;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** What surrounds the cells of a sheet: its columns' widths, and how it is printed. */
final class SheetFrame {
  /** Characters side by side on a printed page: at some 55 % a landscape A4 is still readable. */
  private static final int PAGE = 240;

  private static final double MARGIN_INCHES = 0.4;

  private SheetFrame() {}

  /** How wide a column may become, in characters; in between its content decides. */
  record Width(int least, int most) {
    static Width of(int characters) {
      return new Width(characters, characters);
    }

    /** At least so wide that two lines hold the header. */
    static Width under(String header, int most) {
      int longest =
          Pattern.compile("\\s+").splitAsStream(header).mapToInt(String::length).max().orElse(0);
      return new Width(Math.min(most, Math.max(longest, header.length() / 2) + 3), most);
    }
  }

  /** A4 landscape, one page wide. */
  static Sheet printable(Sheet sheet) {
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
    sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
    sheet.getFooter().setRight("&P / &N");
    return sheet;
  }

  /**
   * A table whose header is the first row: it stays in sight, has filters and stands on every page;
   * so does the first column where the table is wider than a readable page.
   */
  static void table(SheetPen pen, List<Width> widths) {
    Sheet sheet = pen.sheet();
    int sum = 0;
    for (int i = 0; i < widths.size(); i++) {
      int width =
          Math.max(widths.get(i).least(), Math.min(pen.widest(i) + 2, widths.get(i).most()));
      sheet.setColumnWidth(i, width * 256);
      sum += width;
    }
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, Math.max(pen.rowIndex(), 1), 0, widths.size() - 1));
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    if (sum > PAGE) {
      sheet.getPrintSetup().setFitWidth((short) ((sum + PAGE - 1) / PAGE));
      sheet.getPrintSetup().setLeftToRight(true);
      sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:A"));
    }
  }
}
