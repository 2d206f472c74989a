package dz.manchengo.hub.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the chapters that {@code bench.chapters} names, all unless set: {@code orders}, {@code
 * growth}, {@code count}, {@code workbook}, {@code reconcile}, {@code recall},
 * {@code report}, {@code monthly}, {@code backup}. {@code bench.lines}, {@code
 * bench.megabytes} and {@code bench.runs} make it smaller.
 */
public final class Bench {
  static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Bench() {}

  /** Takes no arguments; settings are system properties. */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    List<String> chapters =
        List.of(System.getProperty("bench.chapters", "orders,growth,count,workbook,reconcile,recall,report,monthly,backup").split(",", -1));
    int lines = Integer.getInteger("bench.lines", 1_000_000);
    int megabytes = Integer.getInteger("bench.megabytes", 2_000);
    int runs = Integer.getInteger("bench.runs", 3);
    Path folder = Files.createTempDirectory("hub-bench-files");
    try {
      for (String chapter : chapters) {
        OUT.printf("== %s%n", chapter);
        switch (chapter) {
          case "orders" -> new OrdersChapter(folder, lines, runs).run();
          case "growth" -> new GrowthChapter(folder, lines).run();
          case "count" -> new CountChapter(folder, runs).run();
          case "reconcile" -> new ReconcileChapter(lines / 5, runs).run();
          case "report" -> new ReportChapter(folder, lines / 2, runs).run();
          case "monthly" -> new MonthlyChapter(lines * 5).run();
          case "recall" -> new RecallChapter(lines).run();
          case "backup" -> new BackupChapter(folder, megabytes, runs).run();
          case "workbook" -> new WorkbookChapter(folder, lines / 2, runs).run();
          default -> throw new IllegalArgumentException(chapter);
        }
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
