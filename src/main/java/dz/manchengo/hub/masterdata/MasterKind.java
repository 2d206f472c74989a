package dz.manchengo.hub.masterdata;

import dz.manchengo.hub.catalog.Card;
import dz.manchengo.hub.catalog.Cards;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one kind of master records has of its own. */
interface MasterKind {
  Cards cards();

  /** The word for one of them, a phrase of {@code reasons.tsv}. */
  String entity();

  String codeField();

  String nameField();

  /** Fields without which there is no new record. */
  Set<String> needed();

  /**
   * What a new record gets where its file has no column for it: then the record is provisional.
   *
   * @return field → value
   */
  default Map<String, String> guesses() {
    return Map.of();
  }

  /** Takes the values of the row over and says which of them cannot be. */
  void read(MasterRow row);

  /**
   * Says what the row cannot change.
   *
   * @param before the record as it is, blank for a new one
   */
  void check(MasterRow row, Card before, CardIndex index);

  /** Whether a provisional record is complete with that. */
  boolean completes(Map<String, String> given);

  /**
   * What to say of a record that is complete now and of which the file leaves something as it was.
   *
   * @return a key of {@code hints.tsv}
   */
  default Optional<String> leftAsItWas(MasterRow row, Card after) {
    return Optional.empty();
  }

  /** Says what the record still lacks after the row. */
  void tellMissing(MasterRow row, Card after);
}
