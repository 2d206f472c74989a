package dz.manchengo.hub.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The parties of one file, looked up portion by portion and kept: the same party is asked for once,
 * however long the file.
 */
public final class KnownParties {
  /** More parties than any company has; a file of them is looked up anew now and then. */
  private static final int MOST = 100_000;

  private final Parties parties;
  private final boolean supplier;
  private final long submission;
  private final boolean writes;
  private @Nullable OwnRecord ownRecord;
  private final Map<PartyMention, PartyAnswer> answers = new HashMap<>();

  KnownParties(Parties parties, boolean supplier, long submission, boolean writes) {
    this.parties = parties;
    this.supplier = supplier;
    this.submission = submission;
    this.writes = writes;
  }

  /**
   * Whether a mention names the company itself, which is nobody's customer and nobody's supplier.
   *
   * @param found whom the mention means; a code that somebody has is his
   * @param nifIsPartys whether the NIF is surely the other party's, and not one of the letterhead
   */
  public boolean isOwn(PartyMention mention, PartyAnswer found, boolean nifIsPartys) {
    if (found instanceof PartyAnswer.Known known && !known.match().isMadeByName()) {
      return false;
    }
    if (ownRecord == null) {
      ownRecord = parties.ownRecord();
    }
    return ownRecord.isCalled(mention.name()) || (nifIsPartys && ownRecord.hasNif(mention.nif()));
  }

  /** Whom each of the mentions means. */
  public Map<PartyMention, PartyAnswer> find(Collection<PartyMention> mentions) {
    List<PartyMention> open =
        mentions.stream().filter(mention -> !answers.containsKey(mention)).toList();
    if (!open.isEmpty()) {
      Map<PartyMention, PartyAnswer> found = parties.find(open, supplier);
      found.values().removeIf(PartyAnswer.Unknown.class::isInstance);
      keep(found);
    }
    Map<PartyMention, PartyAnswer> all = new LinkedHashMap<>();
    mentions.forEach(m -> all.put(m, answers.getOrDefault(m, PartyAnswer.UNKNOWN)));
    return all;
  }

  /**
   * Makes provisional records for mentions that {@link #find} did not know, and says whom they mean
   * now. Where nothing is to be written the answer is what it would be.
   *
   * @param unknown in the order of their documents
   */
  public Map<PartyMention, PartyAnswer> create(Collection<PartyMention> unknown) {
    Map<PartyMention, PartyAnswer> made =
        writes
            ? parties.create(unknown, supplier, submission)
            : parties.imagined(unknown, supplier);
    keep(made);
    return made;
  }

  /** Lets them be suppliers too, or customers. */
  public void takeRole(Collection<Long> ids) {
    if (writes) {
      parties.takeRole(new ArrayList<>(ids), supplier, submission);
    }
  }

  /**
   * Names the records that documents without a name have made.
   *
   * @param names by the record's id
   */
  public void giveNames(SortedMap<Long, String> names) {
    if (writes) {
      parties.giveNames(names, submission);
    }
  }

  private void keep(Map<PartyMention, PartyAnswer> found) {
    if (answers.size() + found.size() > MOST) {
      answers.clear();
    }
    answers.putAll(found);
  }
}
