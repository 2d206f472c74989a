package dz.manchengo.hub.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Processor time of some processes since a moment. Other programs on the machine make seconds of the
 * wall longer, not these.
 */
final class CpuClock {
  private final Map<Long, Duration> before = new HashMap<>();

  CpuClock(List<ProcessHandle> running) {
    running.forEach(process -> before.put(process.pid(), used(process)));
  }

  double seconds(List<ProcessHandle> running) {
    return running.stream()
            .map(process -> used(process).minus(before.getOrDefault(process.pid(), Duration.ZERO)))
            .mapToLong(Duration::toMillis)
            .sum()
        / 1000.0;
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
