package dz.manchengo.hub.bench;

import java.util.Comparator;
import java.util.List;

/**
 * What one run took.
 *
 * @param seconds on the clock of the wall
 * @param ownCpu processor seconds of the Java process
 * @param serverCpu processor seconds of PostgreSQL
 */
record Run(double seconds, double ownCpu, double serverCpu) {
  /** What is to be measured. */
  interface Work {
    void run() throws Exception;
  }

  /** Work of this process with the hub's server. */
  static Run of(HubJar hub, Work work) throws Exception {
    List<ProcessHandle> self = List.of(ProcessHandle.current());
    CpuClock own = new CpuClock(self);
    CpuClock server = new CpuClock(hub.servers());
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Run(seconds, own.seconds(self), server.seconds(hub.servers()));
  }

  @Override
  public String toString() {
    return "%.1f s (processor: %.1f s Java, %.1f s PostgreSQL)"
        .formatted(seconds, ownCpu, serverCpu);
  }

  double cpu() {
    return ownCpu + serverCpu;
  }

  /** The run in the middle by the clock of the wall. */
  static Run median(List<Run> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(Run::seconds))
        .toList()
        .get((runs.size() - 1) / 2);
  }
}
