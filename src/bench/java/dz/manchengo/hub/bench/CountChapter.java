package dz.manchengo.hub.bench;

import static dz.manchengo.hub.bench.Bench.OUT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stock count of 20,000 lines with 5 % errors, from drop to acknowledgement. */
record CountChapter(Path folder, int runs) {
  private static final int LINES = 20_000;

  void run() throws Exception {
    try (HubJar hub = HubJar.start("256m")) {
      List<Run> all = new ArrayList<>();
      for (int i = 1; i <= runs; i++) {
        Path file = CountFile.write(folder.resolve("count" + i + ".csv"), "INV-" + i, LINES);
        all.add(hub.post("stock-counts", file));
        OUT.printf("count  %s%n", all.get(i - 1));
      }
      OUT.printf("median %s (bar: 5 s, of which 2 s to see that the file is whole)%n", Run.median(all));
    }
  }
}
