package dz.manchengo.hub.reports;

import dz.manchengo.hub.platform.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Workbooks of before, in {@code former/} beside those that took their place. */
final class FormerReports {
  private static final String FOLDER = "former";
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private FormerReports() {}

  /**
   * Makes room for a workbook: one of that name, if there is one, is kept by when it was made. What
   * was known then is what it says.
   */
  static void keep(Path file, ZoneId zone) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    Path folder = Files.createDirectories(file.resolveSibling(FOLDER));
    LocalDateTime made = LocalDateTime.ofInstant(Files.getLastModifiedTime(file).toInstant(), zone);
    String name = String.valueOf(file.getFileName());
    String base = name.substring(0, name.lastIndexOf('.'));
    Path kept = folder.resolve(base + "-" + MOMENT.format(made) + name.substring(base.length()));
    Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
    Durable.sync(folder);
  }
}
