package dz.manchengo.hub.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom a file makes new: as if its documents came one by one, so that the second mention of a code,
 * NIF or name means the party that the first one made. Mentions with a code go first.
 */
final class PartyDrafts {
  private final PartyIndex index;
  private final boolean supplier;
  private final Map<String, PartyMention> drafts = new TreeMap<>();
  private final Map<String, PartyMention> first = new TreeMap<>();
  private final Map<String, String> adopted = new HashMap<>();

  PartyDrafts(PartyIndex index, boolean supplier) {
    this.index = index;
    this.supplier = supplier;
  }

  /** The parties to make by their codes, in order of these. */
  Map<String, PartyMention> of(Collection<PartyMention> mentions) {
    List<PartyMention> ordered = new ArrayList<>();
    mentions.stream().filter(m -> m.code() != null).forEach(ordered::add);
    mentions.stream().filter(m -> m.code() == null).forEach(ordered::add);
    Set<String> shared = namesOfSeveral(ordered);
    ordered.forEach(mention -> add(mention, !shared.contains(nameKey(mention))));
    return drafts;
  }

  /** Of one name in a file nobody could say whose record it is. */
  private static Set<String> namesOfSeveral(List<PartyMention> mentions) {
    Map<String, Set<String>> codes = new HashMap<>();
    for (PartyMention mention : mentions) {
      if (mention.code() != null) {
        codes.computeIfAbsent(nameKey(mention), name -> new HashSet<>()).add(mention.code());
      }
    }
    codes.values().removeIf(several -> several.size() < 2);
    return codes.keySet();
  }

  private static String nameKey(PartyMention mention) {
    return mention.name() == null ? "" : NameKey.of(mention.name());
  }

  /** The code of the record, made for a name, that gets this one instead; null for a new record. */
  @Nullable String formerCode(String code) {
    return adopted.get(code);
  }

  /** The code of somebody of its name who was there before; null when there is none. */
  @Nullable String namesake(PartyMention mention) {
    return index.namesake(mention, drafts.keySet());
  }

  /** Whether that mention was the first of the party that was made under that code. */
  boolean isFirst(String code, PartyMention mention) {
    return mention.equals(first.get(code));
  }

  private void add(PartyMention mention, boolean mayAdopt) {
    PartyAnswer answer = index.answer(mention);
    if (answer instanceof PartyAnswer.Unknown) {
      String code = codeFor(mention);
      first.put(code, mention);
      PartyMaster made = mention.code() == null || !mayAdopt ? null : index.madeFor(mention);
      if (made != null) {
        adopted.put(code, made.partyCode());
        index.remove(made);
      }
      draft(code, mention);
    } else if (answer instanceof PartyAnswer.Known known && known.holderOfNif() == null) {
      PartyMention draft = drafts.get(known.match().code());
      if (draft != null) {
        complete(known.match().code(), draft, mention);
      }
    }
  }

  /** A later document may give what the first one left out. */
  private void complete(String code, PartyMention draft, PartyMention more) {
    PartyMention whole =
        new PartyMention(
            draft.code(),
            or(draft.name(), more.name()),
            or(draft.nif(), more.nif()),
            or(draft.nis(), more.nis()),
            or(draft.rc(), more.rc()),
            or(draft.ai(), more.ai()),
            or(draft.address(), more.address()));
    if (!whole.equals(draft)) {
      draft(code, whole);
    }
  }

  private void draft(String code, PartyMention mention) {
    PartyMention before = drafts.put(code, mention);
    if (before != null) {
      index.remove(PartyMaster.draft(code, before, supplier));
    }
    index.add(PartyMaster.draft(code, mention, supplier));
  }

  private String codeFor(PartyMention mention) {
    return mention.code() != null ? mention.code() : index.codeFor(mention);
  }

  private static @Nullable String or(@Nullable String known, @Nullable String other) {
    return known != null ? known : other;
  }
}
