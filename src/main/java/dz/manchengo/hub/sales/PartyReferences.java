package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.Parties;
import dz.manchengo.hub.catalog.PartyAnswer;
import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Invoice;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The customers or suppliers of a whole file, resolved in memory after one look-up. */
@Component
class PartyReferences {
  private final Parties parties;

  PartyReferences(Parties parties) {
    this.parties = parties;
  }

  /** Finds those that are known; their payment terms are asked for before the rules run. */
  void find(List<Candidate> candidates, Feed feed) {
    take(candidates, parties.find(mentions(candidates, c -> true), isSupplier(feed)));
  }

  /**
   * Says what is odd about them. Whom nobody knows refuses the document, or is created where the
   * feed lets it and a document stands that needs him.
   */
  void settle(List<Candidate> candidates, Feed feed, long submission) {
    boolean create = feed.unknownParty() == Feed.Unknown.CREATE;
    if (create) {
      create(candidates, isSupplier(feed), submission);
    }
    PartyFindings findings = new PartyFindings(feed);
    candidates.stream().filter(c -> !isUnknown(c) || !create || c.stands()).forEach(findings::tell);
  }

  /** Refused documents are compared with what the others made: all is said at once. */
  private void create(List<Candidate> candidates, boolean supplier, long submission) {
    Set<PartyMention> needed = mentions(candidates, c -> isUnknown(c) && c.stands());
    if (needed.isEmpty()) {
      return;
    }
    Map<PartyMention, PartyAnswer> made = parties.create(needed, supplier, submission);
    take(candidates, made);
    Set<PartyMention> left = mentions(candidates, PartyReferences::isUnknown);
    if (!left.isEmpty()) {
      take(candidates, parties.find(left, supplier));
    }
  }

  /** MDM-012; call when it is known which documents will be written. */
  static void tellRoles(List<Candidate> candidates, Feed feed) {
    PartyFindings findings = new PartyFindings(feed);
    candidates.stream()
        .filter(c -> c.toBeWritten() && !c.party().is(isSupplier(feed)))
        .forEach(findings::tellRole);
  }

  /** A company may be both: who sells to us may buy from us. */
  void takeRoles(List<Candidate> written, Feed feed) {
    boolean supplier = isSupplier(feed);
    Set<Long> ids =
        written.stream()
            .filter(c -> !c.party().is(supplier))
            .map(c -> c.party().id())
            .collect(Collectors.toSet());
    if (!ids.isEmpty()) {
      parties.takeRole(ids, supplier);
    }
  }

  private static void take(List<Candidate> candidates, Map<PartyMention, PartyAnswer> answers) {
    candidates.forEach(c -> c.whom = answers.getOrDefault(c.asReceived().party(), c.whom));
  }

  private static Set<PartyMention> mentions(
      Collection<Candidate> candidates, Predicate<Candidate> of) {
    return candidates.stream()
        .filter(of)
        .map(c -> c.asReceived().party())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isUnknown(Candidate candidate) {
    return candidate.whom instanceof PartyAnswer.Unknown;
  }

  static boolean isSupplier(Feed feed) {
    return feed.direction() == Invoice.Direction.PURCHASE;
  }
}
