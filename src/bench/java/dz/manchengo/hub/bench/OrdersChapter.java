package dz.manchengo.hub.bench;

import static dz.manchengo.hub.bench.Bench.OUT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Limit, peer and hub by turns, each with an order file of so many lines and empty tables. */
record OrdersChapter(Path folder, int lines, int runs) {
  private static final String HEAP = "256m";

  void run() throws Exception {
    try (HubJar hub = HubJar.start(HEAP)) {
      Database database = hub.database();
      OUT.printf("first, to know the references: %s%n", hub.post("orders", file(0)));
      Limit limit = new Limit(database, folder);
      Peer peer = new Peer(database, OrderFile.writeAccepted(folder.resolve("p.csv"), "P", 1, lines));
      List<Run> limits = new ArrayList<>();
      List<Run> peers = new ArrayList<>();
      List<Run> hubs = new ArrayList<>();
      for (int i = 1; i <= runs; i++) {
        limits.add(said("limit", limit.run(hub)));
        peers.add(said("peer", peer.run(hub)));
        database.clearOrders();
        hubs.add(said("hub", hub.post("orders", file(i))));
      }
      tell(Run.median(limits), Run.median(peers), Run.median(hubs));
      OUT.printf("peak memory of the hub at -Xmx%s: %d MB%n", HEAP, hub.peakMegabytes());
    }
  }

  /** The same file but for the numbers of its orders. */
  private Path file(int run) throws Exception {
    Files.deleteIfExists(folder.resolve("orders" + (run - 1) + ".csv"));
    return OrderFile.write(folder.resolve("orders" + run + ".csv"), "BC" + run, 1, lines);
  }

  private static Run said(String what, Run run) {
    OUT.printf("%-6s %s%n", what, run);
    return run;
  }

  private static void tell(Run limit, Run peer, Run hub) {
    OUT.printf("medians: limit %s%n         peer  %s%n         hub   %s%n", limit, peer, hub);
    OUT.printf(
        "hub = %.2f x limit (bar 1.5), %.2f x by processor time%n",
        hub.seconds() / limit.seconds(), hub.cpu() / limit.cpu());
    OUT.printf("peer = %.2f x hub (bar 3)%n", peer.seconds() / hub.seconds());
  }
}
