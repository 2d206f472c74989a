package dz.manchengo.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls of the partner API, 20 a second at most, one after the other. */
record ApiCalls(String hub, String key) {
  private static final long PAUSE_MILLIS = 50;

  /** In milliseconds. */
  record Times(int count, double median, double p95) {
    @Override
    public String toString() {
      return "%d calls, median %.1f ms, 95 %% under %.1f ms".formatted(count, median, p95);
    }
  }

  /** While that goes on. */
  Times during(Run.Work work) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
    Thread caller = new Thread(() -> call(over, times), "bench-calls");
    caller.start();
    try {
      work.run();
    } finally {
      over.set(true);
      caller.join();
    }
    List<Double> sorted = times.stream().sorted().toList();
    return new Times(sorted.size(), at(sorted, 0.5), at(sorted, 0.95));
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) (share * (sorted.size() - 1)));
  }

  private void call(AtomicBoolean over, ConcurrentLinkedQueue<Double> times) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub).resolve("/api/v1/invoices?limit=20"))
            .header("Authorization", "Bearer " + key)
            .build();
    try {
      while (!over.get()) {
        long begun = System.nanoTime();
        int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        if (status != 200) {
          throw new IllegalStateException("status " + status);
        }
        times.add((System.nanoTime() - begun) / 1e6);
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
