package dz.manchengo.hub.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Exports that people mistake for documents: balances, journals of one tax, accounting entries.
 * They are known by their headers ({@code known-reports.tsv}) and refused with the export to use
 * instead.
 */
final class KnownReports {
  private static final List<Report> REPORTS = load();

  private KnownReports() {}

  /**
   * One of them.
   *
   * @param reason phrase of {@code reasons.tsv}
   * @param headers all are there
   * @param noneOf none is there
   */
  private record Report(String reason, Set<String> headers, Set<String> noneOf) {
    boolean isIn(SourceRow row) {
      Set<String> found =
          row.cells().stream()
              .map(cell -> HeaderName.normalise(cell.text()))
              .collect(Collectors.toSet());
      return found.containsAll(headers) && Collections.disjoint(found, noneOf);
    }
  }

  /** The phrase that says which one the file is, when each of its sheets is one; else null. */
  static @Nullable String reason(SourceFile file) {
    String reason = null;
    for (SourceSheet sheet : file.sheets()) {
      if (!sheet.isEmpty()) {
        reason = reason(sheet);
        if (reason == null) {
          return null;
        }
      }
    }
    return reason;
  }

  private static @Nullable String reason(SourceSheet sheet) {
    return sheet.head().stream()
        .flatMap(row -> REPORTS.stream().filter(report -> report.isIn(row)))
        .map(Report::reason)
        .findFirst()
        .orElse(null);
  }

  private static List<Report> load() {
    try (InputStream in = KnownReports.class.getResourceAsStream("/known-reports.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(c -> new Report(c[0], headers(c[1]), headers(c[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> headers(String list) {
    return Arrays.stream(list.split(" \\| "))
        .flatMap(header -> header.isBlank() ? Stream.empty() : Stream.of(header))
        .map(HeaderName::normalise)
        .collect(Collectors.toUnmodifiableSet());
  }
}
