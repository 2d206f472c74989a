package dz.manchengo.hub.masterdata;

import dz.manchengo.hub.catalog.Card;
import dz.manchengo.hub.catalog.Cards;
import dz.manchengo.hub.catalog.NameKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The records of a portion as they are after the rows that were judged so far. */
final class CardIndex {
  private final Cards cards;
  private final String nameField;
  private final Map<String, Card> byCode = new LinkedHashMap<>();

  CardIndex(MasterKind kind, Collection<Card> known) {
    this.cards = kind.cards();
    this.nameField = kind.nameField();
    known.forEach(card -> byCode.put(card.code(), card));
  }

  void replace(Card before, Card after) {
    byCode.remove(before.code());
    byCode.put(after.code(), after);
  }

  /**
   * The record that the row means: the one with its code; else the one that a document without a
   * code made, and that now gets one; else a blank one.
   */
  Card of(MasterRow row) {
    Card coded = byCode.get(row.code);
    if (coded != null) {
      return coded;
    }
    String nif = row.given.get("party_nif");
    Card made = nif == null ? null : madeUp(card -> nif.equals(card.value("party_nif")));
    String name = row.given.get(nameField);
    if (made == null && name != null) {
      made = madeUp(card -> isNamed(card, name) && !contradicts(card, nif));
    }
    return made == null ? Card.blank(row.code) : made;
  }

  /** Others with that NIF. */
  List<Card> holders(String nif, Card but) {
    return byCode.values().stream()
        .filter(card -> nif.equals(card.value("party_nif")) && !card.code().equals(but.code()))
        .toList();
  }

  /** A record that documents made for that name alone, beside the one that the row means. */
  @Nullable Card madeForNameOf(MasterRow row, Card meant) {
    String name = row.given.get(nameField);
    String given = row.given.get("party_nif");
    String nif = given == null ? meant.value("party_nif") : given;
    return name == null
        ? null
        : madeUp(
            card ->
                !card.code().equals(meant.code())
                    && isNamed(card, name)
                    && !contradicts(card, nif));
  }

  private @Nullable Card madeUp(Predicate<Card> condition) {
    List<Card> found =
        byCode.values().stream()
            .filter(card -> card.provisional() && cards.isMadeUp(card.code()))
            .filter(condition)
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  private boolean isNamed(Card card, String name) {
    String known = Objects.requireNonNullElse(card.value(nameField), "");
    return NameKey.of(known).equals(NameKey.of(name));
  }

  private static boolean contradicts(Card card, @Nullable String nif) {
    String known = card.value("party_nif");
    return known != null && nif != null && !known.equals(nif);
  }
}
