package dz.manchengo.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast partners' programs can post: {@code mvn -Pload verify}. The packaged jar with its own
 * servers, fsync on; the load and the limit on the same machine. Ratios carry over, the rest does
 * not.
 */
public final class Load {
  private static final int SECONDS = Integer.getInteger("load.seconds", 30);
  private static final double RATE_BAR = 0.6;
  private static final double LATENCY_BAR = 10;

  private final HubJar hub;
  private final Path folder;
  private final String key;
  private boolean met = true;

  private Load(HubJar hub, Path folder, String key) {
    this.hub = hub;
    this.folder = folder;
    this.key = key;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(System.getProperty("load.folder")));
    boolean met;
    try (HubJar hub = HubJar.start("512m", "-Dhub.api.rate.per-minute=100000000")) {
      Load load = new Load(hub, folder, hub.key("load", "orders:read,orders:write"));
      if (Boolean.getBoolean("load.smoke")) {
        load.smoke();
      } else {
        load.measure();
      }
      met = load.met;
    }
    if (!met) {
      System.exit(1);
    }
  }

  /** Whether it holds at all. */
  private void smoke() throws Exception {
    Posted few = post(5, SECONDS);
    say("5 users: %.0f documents/s, p99 %.0f ms", few.rate(), few.p99());
    bar("documents are in the tables", few.rate() > 0);
    bar("no unexpected status", few.unexpected() == 0);
  }

  private void measure() throws Exception {
    post(50, SECONDS); // the compiler has to see it first
    DocumentLimit pgbench = new DocumentLimit(hub.database());
    DocumentLimit.Measured before = pgbench.measure(folder, SECONDS / 2);
    Posted few = post(50, SECONDS);
    Posted many = post(500, SECONDS);
    DocumentLimit.Measured after = pgbench.measure(folder, SECONDS / 2);
    double rate = (before.rate() + after.rate()) / 2;
    double mean = (before.milliseconds() + after.milliseconds()) / 2;
    say(
        "limit (pgbench, 50 clients): %.0f and %.0f documents/s, mean %.1f ms",
        before.rate(), after.rate(), mean);
    say("50 users: %s", few.against(rate, mean));
    say("500 users: %s", many.against(rate, mean));
    say("memory of the hub: at most %d MB", hub.peakMegabytes());
    bar("documents/s at 500 users >= 0.6 x limit", many.rate() >= RATE_BAR * rate);
    bar("documents/s at 50 users >= 0.6 x limit", few.rate() >= RATE_BAR * rate);
    bar("p99 at 50 users <= 10 x the limit's mean", few.p99() <= LATENCY_BAR * mean);
    bar("no unexpected status", few.unexpected() + many.unexpected() == 0);
  }

  private void bar(String what, boolean reached) {
    say("%-45s %s", what, reached ? "met" : "MISSED");
    met &= reached;
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }

  /**
   * What users did.
   *
   * @param rate documents written a second, by the tables
   * @param p99 milliseconds until a call was answered, of 99 in 100
   */
  private record Posted(double rate, double p99, long unexpected) {
    String against(double limit, double mean) {
      return String.format(
          Locale.ROOT,
          "%.0f documents/s = %.2f x limit, p99 %.0f ms = %.1f x its mean, %d unexpected",
          rate,
          rate / limit,
          p99,
          p99 / mean,
          unexpected);
    }
  }

  private Posted post(int users, int seconds) throws Exception {
    long before = orders();
    Path results = Files.createTempDirectory(folder, "users-" + users + "-");
    gatling(users, seconds, results);
    String said = Files.readString(results.resolve("gatling.log"));
    double took = figure(said, "request count", 1) / figure(said, "mean throughput (rps)", 1);
    return new Posted(
        (orders() - before) / took,
        figure(said, "response time 99th percentile (ms)", 1),
        (long) figure(said, "request count", 3));
  }

  /**
   * Of Gatling's table.
   *
   * @param column 1 all, 2 as expected, 3 not
   */
  private static double figure(String said, String row, int column) {
    Matcher found =
        Pattern.compile("> " + Pattern.quote(row) + "\\s+" + "\\|\\s*([\\d.,-]+)\\s*".repeat(3))
            .matcher(said);
    if (!found.find()) {
      throw new IllegalStateException(said);
    }
    String figure = found.group(column).replace(",", "");
    return figure.equals("-") ? 0 : Double.parseDouble(figure);
  }

  private void gatling(int users, int seconds, Path results)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Dload.users=" + users,
            "-Dload.seconds=" + seconds,
            "-Dload.url=" + hub.url(),
            "-Dload.key=" + key,
            "-cp",
            System.getProperty("java.class.path"),
            "io.gatling.app.Gatling",
            "-s",
            OrdersSimulation.class.getName(),
            "-rf",
            results.toString());
    Path log = results.resolve("gatling.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
  }

  private long orders() throws Exception {
    return Long.parseLong(
        hub.database()
            .list("hub", "SELECT count(*) FROM sales_order WHERE order_no LIKE 'LOAD-%'")
            .get(0));
  }
}
