package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.Interpreted;
import dz.manchengo.hub.documents.Severity;
import dz.manchengo.hub.documents.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One document is refused, and with it, by the feed's policy or the finding's weight, all others.
 */
final class WholeFileRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Verdict> verdicts;

  WholeFileRefused(List<Verdict> verdicts) {
    super("whole file refused", null, false, false);
    this.verdicts = verdicts;
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  static boolean applies(Interpreted interpreted, List<Verdict> verdicts) {
    boolean oneRejected = verdicts.stream().anyMatch(v -> v.outcome() == Verdict.Outcome.REJECTED);
    return (oneRejected && interpreted.feed().policy() == Feed.Policy.WHOLE_FILE)
        || verdicts.stream()
            .flatMap(v -> v.findings().stream())
            .anyMatch(f -> f.severity() == Severity.REJECT_FILE);
  }

  /** The same verdicts, all of them refusals. */
  static List<Verdict> all(List<Verdict> verdicts) {
    return verdicts.stream()
        .map(
            v ->
                Verdict.rejected(
                    v.document(),
                    v.findings().stream().map(WholeFileRefused::withoutRecord).toList()))
        .toList();
  }

  /** Records that were made for a refused file went with its transaction. */
  private static Finding withoutRecord(Finding finding) {
    if (!"hint.created".equals(finding.params().get(Hints.PARAM))) {
      return finding;
    }
    Map<String, String> params = new HashMap<>(finding.params());
    params.remove(Hints.PARAM);
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.document(),
        finding.place(),
        finding.value(),
        params);
  }
}
