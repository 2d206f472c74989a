package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.Parties;
import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.Invoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The customers or suppliers of a whole file, resolved in memory after one look-up. */
@Component
class PartyReferences {
  /** Added to a finding when a provisional record was made. */
  static final String CREATED = "hint.created";

  private final Parties parties;

  PartyReferences(Parties parties) {
    this.parties = parties;
  }

  /** Finds those that are known; their payment terms are asked for before the rules run. */
  void find(List<Candidate> candidates) {
    Set<PartyMention> mentions =
        candidates.stream().map(PartyReferences::mention).collect(Collectors.toSet());
    Map<PartyMention, PartyMatch> found = parties.find(mentions);
    candidates.forEach(c -> c.party = found.get(mention(c)));
  }

  /**
   * Says what is odd about them. Whom nobody knows refuses the document, or is created where the
   * feed lets it and a document stands that needs him.
   */
  void settle(List<Candidate> candidates, Feed feed, long submission) {
    boolean create = feed.unknownParty() == Feed.Unknown.CREATE;
    Set<Long> told = new HashSet<>();
    Map<PartyMention, List<Candidate>> unknown = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      PartyMatch match = candidate.party;
      if (match != null) {
        if (told.add(match.id())) {
          tellOddities(candidate, match);
        }
      } else if (!create) {
        tellUnknown(candidate);
      } else if (candidate.stands()) {
        unknown.computeIfAbsent(mention(candidate), m -> new ArrayList<>()).add(candidate);
      }
    }
    if (!unknown.isEmpty()) {
      create(unknown, feed.direction() == Invoice.Direction.PURCHASE, submission);
    }
  }

  private void create(
      Map<PartyMention, List<Candidate>> unknown, boolean supplier, long submission) {
    Map<PartyMention, PartyMatch> created = parties.create(unknown.keySet(), supplier, submission);
    unknown.forEach(
        (mention, candidates) -> {
          tellUnknown(candidates.get(0), Hints.PARAM, CREATED);
          candidates.forEach(c -> c.party = created.get(mention));
        });
  }

  private static void tellUnknown(Candidate candidate, Object... created) {
    PartyMention mention = mention(candidate);
    String shown = Objects.requireNonNullElse(mention.code(), String.valueOf(mention.name()));
    candidate.tellUnknown(
        "MDM-003",
        candidate.raw.place(),
        candidate.oneOf("party_code", "party_name"),
        shown,
        created);
  }

  private static void tellOddities(Candidate candidate, PartyMatch match) {
    PartyMention mention = candidate.asReceived().party();
    String name = String.valueOf(mention.name());
    if (match.how() == PartyMatch.How.NAME) {
      candidate.tell("MDM-004", "party_name", name, "value", name, "code", match.code());
    }
    String nif = mention.nif();
    if (nif != null && match.nif() != null && !nif.equals(match.nif())) {
      candidate.tell(
          "MDM-007", "party_nif", nif, "doc", nif, "party", match.code(), "master", match.nif());
    }
    if (!match.active()) {
      candidate.tell(
          "MDM-009", "party_code", match.code(), "entity", "Tiers", "code", match.code());
    }
    String missing = missingIdentifiers(match);
    if (!missing.isEmpty() && !match.provisional()) {
      candidate.tell(
          "MDM-006", "party_code", match.code(), "party", match.code(), "missing", missing);
    }
  }

  private static String missingIdentifiers(PartyMatch match) {
    List<String> missing = new ArrayList<>();
    if (match.nif() == null) {
      missing.add("NIF");
    }
    if (match.rc() == null) {
      missing.add("RC");
    }
    if (match.ai() == null) {
      missing.add("AI");
    }
    return String.join(", ", missing);
  }

  private static PartyMention mention(Candidate candidate) {
    return candidate.asReceived().party();
  }
}
