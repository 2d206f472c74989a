package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.platform.HubHome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A file whose figures are known, judged again and again as a file of today would be, in a
 * transaction that writes nothing: whether what the hub computes is right at this moment, on this
 * database and with these settings.
 */
@Component("canary")
class Canary {
  private static final Logger log = LoggerFactory.getLogger(Canary.class);
  private static final String SAMPLE = "canary.csv";

  /** As Excel saves in French. */
  private static final Charset CHARSET = Charset.forName("windows-1252");

  private static final Expected EXPECTED =
      new Expected(
          3,
          1,
          1,
          1,
          new Verdict.Totals(
              new BigDecimal("18665.70"), new BigDecimal("3105.48"), new BigDecimal("21771.18")));

  private final DryRun dryRun;
  private final MeterRegistry registry;
  private final Path folder;
  private final Clock clock;

  Canary(DryRun dryRun, MeterRegistry registry, HubHome home, Clock clock) {
    this.dryRun = dryRun;
    this.registry = registry;
    this.folder = home.folder("temporary");
    this.clock = clock;
    List.of("right", "wrong", "failed").forEach(this::counter);
  }

  /** What must come out of it. */
  private record Expected(
      int rowsRead, int rowsRefused, int created, int rejected, Verdict.Totals totals) {
    static Expected of(DryRun.Report report) {
      return new Expected(
          report.rowsRead(),
          report.rowsRefused(),
          report.count(Outcome.CREATED),
          report.count(Outcome.REJECTED),
          plain(report.totals()));
    }

    private static Verdict.Totals plain(Verdict.Totals totals) {
      return new Verdict.Totals(
          totals.ht().setScale(2), totals.vat().setScale(2), totals.ttc().setScale(2));
    }
  }

  /** Judges it and counts how that ended. */
  void look() {
    counter(outcome()).increment();
  }

  private Counter counter(String outcome) {
    return registry.counter("hub.canary.checks", "outcome", outcome);
  }

  private String outcome() {
    try {
      Path file = folder.resolve(SAMPLE);
      Files.writeString(file, sample(LocalDate.now(clock)), CHARSET);
      try {
        Expected found = Expected.of(dryRun.judge(file, null, finding -> {}));
        if (found.equals(EXPECTED)) {
          return "right";
        }
        log.error("the canary came out as {} instead of {}", found, EXPECTED);
        return "wrong";
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException | RuntimeException e) {
      log.error("the canary was not judged", e);
      return "failed";
    }
  }

  private static String sample(LocalDate today) throws IOException {
    try (InputStream in = Canary.class.getResourceAsStream("/" + SAMPLE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("{day}", today.format(DateTimeFormatter.BASIC_ISO_DATE))
          .replace("{date}", today.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
    }
  }
}
