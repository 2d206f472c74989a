package dz.manchengo.hub.bench;

import static dz.manchengo.hub.bench.Bench.OUT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A workbook of ten columns: its cells alone by three readers, and the whole way through the hub. */
record WorkbookChapter(Path folder, int rows, int runs) {
  void run() throws Exception {
    List<Run> fast = new ArrayList<>();
    List<Run> poi = new ArrayList<>();
    List<Run> own = new ArrayList<>();
    List<Run> posted = new ArrayList<>();
    try (HubJar hub = HubJar.start("512m")) {
      for (int i = 1; i <= runs; i++) {
        Path file = OrderWorkbook.write(folder.resolve("w" + i + ".xlsx"), "W" + i, 1, rows);
        fast.add(said("fastexcel-reader, cells alone", Run.of(hub, () -> CellsAlone.fastexcel(file))));
        poi.add(said("POI event reader, cells alone", Run.of(hub, () -> CellsAlone.poi(file))));
        own.add(said("hub's reader, cells alone", Run.of(hub, () -> CellsAlone.hub(file, folder))));
        hub.database().clearOrders();
        posted.add(said("hub, drop to acknowledgement", hub.post("orders", file)));
      }
      OUT.printf(
          "medians: fastexcel %s%n         POI %s%n         hub's reader %s%n         hub %s%n",
          Run.median(fast), Run.median(poi), Run.median(own), Run.median(posted));
      OUT.printf(
          "hub's reader = %.2f x fastexcel (bar 2), whole way %.2f x%n",
          Run.median(own).seconds() / Run.median(fast).seconds(),
          Run.median(posted).seconds() / Run.median(fast).seconds());
      OUT.printf("peak memory of the hub at -Xmx512m: %d MB%n", hub.peakMegabytes());
    }
  }

  private static Run said(String what, Run run) {
    OUT.printf("%-30s %s%n", what, run);
    return run;
  }
}
