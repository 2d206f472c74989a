package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyAnswer;
import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.RawDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of the parties of one file. Each document that contradicts a party's record is
 * told so at its own cells; what is odd about the party itself is said once, but to each document
 * where the feed makes a refusal of it.
 */
final class PartyFindings {
  private static final Set<Feed.Applied> REJECTING =
      Set.of(Feed.Applied.REJECT_FILE, Feed.Applied.REJECT_DOC, Feed.Applied.REJECT_ROW);

  private final Feed feed;
  private final boolean supplier;
  private final Set<String> told = new HashSet<>();
  private final Map<String, String> bearers = new HashMap<>();

  PartyFindings(Feed feed) {
    this.feed = feed;
    this.supplier = PartyReferences.isSupplier(feed);
  }

  void tell(Pending candidate) {
    PartyMention mention = candidate.mention();
    tellCollective(candidate);
    if (candidate.ownCompany) {
      tellOwn(candidate, mention);
    } else if (candidate.whom instanceof PartyAnswer.Known known) {
      tellKnown(candidate, mention, known);
    } else if (candidate.whom instanceof PartyAnswer.Unclear unclear) {
      String field = unclear.by() == PartyMatch.How.NIF ? "party_nif" : "party_name";
      String parties = String.join(", ", unclear.codes());
      candidate.tell(
          "MDM-013", field, unclear.value(), "value", unclear.value(), "parties", parties);
    } else {
      tellUnknown(candidate, mention);
    }
  }

  /** Once: it holds for the whole column. */
  private void tellCollective(Pending candidate) {
    String code = RawDocument.text(candidate.raw.header(), "party_code");
    String name = RawDocument.text(candidate.raw.header(), "party_name");
    if (RawParty.isCollective(code, name) && told.add("MDM-028")) {
      candidate.tell("MDM-028", "party_code", code, "code", String.valueOf(code));
    }
  }

  /** MDM-029: nobody sells to himself. */
  private void tellOwn(Pending candidate, PartyMention mention) {
    String shown = Objects.requireNonNullElse(mention.name(), String.valueOf(mention.nif()));
    candidate.tell(
        "MDM-029",
        candidate.oneOf("party_name", candidate.oneOf("party_nif", "party_code")),
        shown,
        "value",
        shown,
        "role",
        role());
  }

  /** MDM-012, when the document makes a customer of a supplier or the other way. */
  void tellRole(Pending candidate) {
    PartyMatch match = candidate.party();
    if (isNews("MDM-012", match)) {
      candidate.tell(
          "MDM-012",
          candidate.oneOf("party_code", "party_name"),
          match.code(),
          "party",
          match.code(),
          "name",
          match.name(),
          "role",
          role());
    }
  }

  /** MDM-033, once for the record, and MDM-036 where another one was made for that name alone. */
  void tellName(Pending candidate) {
    PartyMatch match = candidate.party();
    if (!isNews("MDM-033", match)) {
      return;
    }
    String name = String.valueOf(candidate.mention().name());
    Object[] params = {"code", match.code(), "name", name};
    candidate.tell("MDM-033", "party_name", name, params);
    if (candidate.whom instanceof PartyAnswer.Known known && known.namesake() != null) {
      candidate.tell(
          "MDM-036",
          "party_name",
          name,
          "entity",
          "reason.entity.party",
          "code",
          match.code(),
          "name",
          name,
          "other",
          known.namesake());
    }
  }

  private void tellKnown(Pending candidate, PartyMention mention, PartyAnswer.Known known) {
    PartyMatch match = known.match();
    if (match.how() == PartyMatch.How.CREATED) {
      if (isNews("MDM-003", match)) {
        tellUnknown(candidate, mention, Hints.PARAM, Hints.CREATED);
        tellNamesake(candidate, match, known.namesake());
      }
    } else if (match.how() == PartyMatch.How.ADOPTED) {
      candidate.tell(
          "MDM-030", "party_code", match.code(), "code", match.code(), "name", match.name());
    } else if (isSomebodyElse(mention, match)) {
      tellTakenCode(candidate, mention, match);
      return;
    }
    new PartyContradictions(candidate, mention, withBearer(mention, known)).tell();
    tellOddities(candidate, mention, match);
  }

  /** Of two records without a NIF, the one that gets the same as the other before it (MDM-007). */
  private PartyAnswer.Known withBearer(PartyMention mention, PartyAnswer.Known known) {
    PartyMatch match = known.match();
    String nif = mention.nif();
    if (nif == null || match.nif() != null || known.holderOfNif() != null) {
      return known;
    }
    String bearer = bearers.putIfAbsent(nif, match.code());
    return bearer == null || bearer.equals(match.code())
        ? known
        : new PartyAnswer.Known(match, bearer, known.namesake());
  }

  /** Customers and suppliers are often numbered apart: one number, two companies. */
  private boolean isSomebodyElse(PartyMention mention, PartyMatch match) {
    return match.how() == PartyMatch.How.CODE
        && !match.is(supplier)
        && (match.differsInName(mention) || match.differsInNif(mention));
  }

  private void tellTakenCode(Pending candidate, PartyMention mention, PartyMatch match) {
    String doc = String.valueOf(match.differsInName(mention) ? mention.name() : mention.nif());
    candidate.tell(
        "MDM-015",
        candidate.oneOf("party_code", "party_name"),
        match.code(),
        "code",
        match.code(),
        "master",
        match.name(),
        "role",
        role(),
        "doc",
        doc);
  }

  private static void tellUnknown(Pending candidate, PartyMention mention, Object... created) {
    String shown = Objects.requireNonNullElse(mention.code(), String.valueOf(mention.name()));
    candidate.tellUnknown(
        "MDM-003",
        candidate.raw.place(),
        candidate.oneOf("party_code", "party_name"),
        shown,
        created);
  }

  /** MDM-031: a new code with a name that somebody else has may be mistyped. */
  private static void tellNamesake(Pending candidate, PartyMatch made, @Nullable String other) {
    if (other != null) {
      candidate.tell(
          "MDM-031",
          candidate.oneOf("party_code", "party_name"),
          made.code(),
          "code",
          made.code(),
          "name",
          made.name(),
          "other",
          other);
    }
  }

  private void tellOddities(Pending candidate, PartyMention mention, PartyMatch match) {
    if (match.how() == PartyMatch.How.NAME && isNews("MDM-004", match)) {
      String name = String.valueOf(mention.name());
      candidate.tell("MDM-004", "party_name", name, "value", name, "code", match.code());
    }
    if (!match.active() && isNews("MDM-009", match)) {
      candidate.tell(
          "MDM-009", "party_code", match.code(), "entity", "Tiers", "code", match.code());
    }
    String missing = missingIdentifiers(match);
    if (!missing.isEmpty() && !match.provisional() && isNews("MDM-006", match)) {
      candidate.tell(
          "MDM-006", "party_code", match.code(), "party", match.code(), "missing", missing);
    }
  }

  private boolean isNews(String rule, PartyMatch match) {
    boolean first = told.add(rule + " " + match.id());
    Feed.Applied applied = feed.severities().get(rule);
    return first || (applied != null && REJECTING.contains(applied));
  }

  private String role() {
    return supplier ? "reason.supplier" : "reason.customer";
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
}
