package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.KnownParties;
import dz.manchengo.hub.catalog.PartyAnswer;
import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Invoice;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The customers or suppliers of one file, resolved in memory and looked up once each. */
final class PartyReferences {
  private static final Pattern OF_PARTY =
      Pattern.compile(
          "client|customer|tiers|fourn|frs|supplier|vendor|partner", Pattern.CASE_INSENSITIVE);

  private final KnownParties parties;
  private final Feed feed;
  private final PartyFindings findings;

  PartyReferences(KnownParties parties, Feed feed) {
    this.parties = parties;
    this.feed = feed;
    this.findings = new PartyFindings(feed);
  }

  /** Finds those that are known; their payment terms are asked for before the rules run. */
  void find(List<? extends Pending> candidates) {
    take(candidates, parties.find(mentions(candidates, c -> true)));
    for (Pending candidate : candidates) {
      candidate.ownCompany =
          parties.isOwn(candidate.mention(), candidate.whom, isNifOfParty(candidate));
      candidate.whom = candidate.ownCompany ? PartyAnswer.UNKNOWN : candidate.whom;
    }
  }

  /** « NIF client »; a bare « NIF » may be that of the letterhead. */
  private static boolean isNifOfParty(Pending candidate) {
    String header = candidate.raw.headers().getOrDefault("party_nif", "");
    return OF_PARTY.matcher(header).find();
  }

  /**
   * Says what is odd about them. Whom nobody knows refuses the document, or is created where the
   * feed lets it and a document stands that needs him.
   */
  void settle(List<? extends Pending> candidates) {
    boolean create = feed.unknownParty() == Feed.Unknown.CREATE;
    if (create) {
      create(candidates);
    }
    candidates.stream().filter(c -> !isUnknown(c) || !create || c.stands()).forEach(findings::tell);
  }

  /** Refused documents are compared with what the others made: all is said at once. */
  private void create(List<? extends Pending> candidates) {
    Set<PartyMention> needed = mentions(candidates, c -> isUnknown(c) && c.stands());
    if (needed.isEmpty()) {
      return;
    }
    Map<PartyMention, PartyAnswer> made = parties.create(needed);
    take(candidates, made);
    Set<PartyMention> left = mentions(candidates, PartyReferences::isUnknown);
    if (!left.isEmpty()) {
      take(candidates, parties.find(left));
    }
  }

  /** MDM-012, MDM-033; call when it is known which documents will be written. */
  void tellChanges(List<? extends Pending> candidates) {
    for (Pending candidate : candidates) {
      if (candidate.toBeWritten() && !candidate.party().is(isSupplier(feed))) {
        findings.tellRole(candidate);
      }
      if (candidate.toBeWritten() && givesName(candidate)) {
        findings.tellName(candidate);
      }
    }
  }

  /** What documents that are written change in the records of their parties. */
  void change(List<? extends Pending> written) {
    takeRoles(written);
    SortedMap<Long, String> names = new TreeMap<>();
    written.stream()
        .filter(PartyReferences::givesName)
        .forEach(c -> names.putIfAbsent(c.party().id(), String.valueOf(c.mention().name())));
    if (!names.isEmpty()) {
      parties.giveNames(names);
    }
  }

  /** Whether it names a party that was known by its code only. */
  private static boolean givesName(Pending candidate) {
    PartyMatch party = candidate.party();
    String name = candidate.mention().name();
    return party.how() == PartyMatch.How.CODE
        && party.isNameless()
        && name != null
        && !name.equals(party.code())
        && !name.equals(party.nif());
  }

  /** A company may be both: who sells to us may buy from us. */
  private void takeRoles(List<? extends Pending> written) {
    boolean supplier = isSupplier(feed);
    Set<Long> ids =
        written.stream()
            .filter(c -> !c.party().is(supplier))
            .map(c -> c.party().id())
            .collect(Collectors.toSet());
    if (!ids.isEmpty()) {
      parties.takeRole(ids);
    }
  }

  private static void take(
      List<? extends Pending> candidates, Map<PartyMention, PartyAnswer> answers) {
    candidates.forEach(c -> c.whom = answers.getOrDefault(c.mention(), c.whom));
  }

  private static Set<PartyMention> mentions(
      Collection<? extends Pending> candidates, Predicate<Pending> of) {
    return candidates.stream()
        .filter(of)
        .map(c -> c.mention())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isUnknown(Pending candidate) {
    return candidate.whom instanceof PartyAnswer.Unknown && !candidate.ownCompany;
  }

  static boolean isSupplier(Feed feed) {
    return feed.direction() == Invoice.Direction.PURCHASE;
  }
}
