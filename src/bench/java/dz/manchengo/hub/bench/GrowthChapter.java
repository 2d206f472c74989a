package dz.manchengo.hub.bench;

import static dz.manchengo.hub.bench.Bench.OUT;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a line costs in files of different lengths and with ever more lines in the tables. */
record GrowthChapter(Path folder, int lines) {
  void run() throws Exception {
    try (HubJar hub = HubJar.start("256m")) {
      Database database = hub.database();
      post(hub, "warm", lines / 10);
      for (int share : new int[] {10, 3, 1}) {
        database.clearOrders();
        post(hub, "L" + share, lines / share);
      }
      for (int more = 1; more <= 5; more++) {
        post(hub, "M" + more, lines);
      }
    }
  }

  private void post(HubJar hub, String prefix, int size) throws Exception {
    Path file = OrderFile.write(folder.resolve(prefix + ".csv"), prefix, prefix.hashCode(), size);
    String present = hub.database().list("hub", "SELECT count(*) FROM sales_order_line").get(0);
    Run run = hub.post("orders", file);
    Files.delete(file);
    OUT.printf(
        "%,d lines into %s present: %s, %.1f us of wall and %.1f us of processor a line; peak %d MB%n",
        size,
        present,
        run,
        run.seconds() * 1e6 / size,
        run.cpu() * 1e6 / size,
        hub.peakMegabytes());
  }
}
