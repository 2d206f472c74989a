package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyAnswer;
import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a document says something else of its party than the party's record, each at its cell. */
final class PartyContradictions {
  private final Pending candidate;
  private final PartyMention mention;
  private final PartyMatch match;
  private final @Nullable String holderOfNif;

  PartyContradictions(Pending candidate, PartyMention mention, PartyAnswer.Known known) {
    this.candidate = candidate;
    this.mention = mention;
    this.match = known.match();
    this.holderOfNif = known.holderOfNif();
  }

  void tell() {
    tellCode();
    tellNif();
    tellName();
  }

  private void tellCode() {
    String code = mention.code();
    if (match.how() == PartyMatch.How.NIF && code != null) {
      candidate.tell("MDM-014", "party_code", code, "value", code, "code", match.code());
    }
    if (match.how() == PartyMatch.How.SPELLING && code != null) {
      candidate.tell("MDM-032", "party_code", code, "value", code, "code", match.code());
    }
  }

  private void tellName() {
    if (match.differsInName(mention)) {
      String name = String.valueOf(mention.name());
      candidate.tell(
          "MDM-011",
          "party_name",
          name,
          "doc",
          name,
          "party",
          match.code(),
          "master",
          match.name());
    }
  }

  private void tellNif() {
    String nif = match.nif();
    if (match.differsInNif(mention) || holderOfNif != null) {
      candidate.tell("MDM-007", "party_nif", mention.nif(), nifParams());
    } else if (nif != null) {
      candidate.findings.replaceAll(finding -> withoutLostZeros(finding, nif));
    }
  }

  private Object[] nifParams() {
    List<Object> params = new ArrayList<>();
    params.addAll(List.of("doc", String.valueOf(mention.nif()), "party", match.code()));
    params.addAll(List.of("master", Objects.requireNonNullElse(match.nif(), "reason.no-nif")));
    if (holderOfNif != null) {
      params.addAll(List.of(Hints.PARAM, "hint.nif-of-other", "hint_party", holderOfNif));
    }
    return params.toArray();
  }

  /** A NIF too short for one that is the party's but for its leading zeros (FMT-011). */
  private static Finding withoutLostZeros(Finding finding, String nif) {
    boolean warned = finding.rule().equals("MDM-005") && !finding.severity().rejects();
    String raw = finding.value() == null ? "" : finding.value().strip();
    boolean same = warned && !raw.isEmpty() && nif.equals(padded(raw, nif.length()));
    return same
        ? RuleBook.finding("FMT-011", finding.place(), raw, "raw", raw, "value", nif)
            .withDocument(finding.document())
        : finding;
  }

  private static String padded(String raw, int length) {
    return "0".repeat(Math.max(0, length - raw.length())) + raw;
  }
}
