package dz.manchengo.hub.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a mention means: one known party, nobody known, or several that nothing tells apart. */
public sealed interface PartyAnswer {
  Unknown UNKNOWN = new Unknown();

  /**
   * One known party.
   *
   * @param holderOfNif code of another party whose NIF the mention gives; null when there is none
   * @param namesake code of another party of the mention's name that was there before; null when
   *     there is none, and for a record that has a name already
   */
  record Known(PartyMatch match, @Nullable String holderOfNif, @Nullable String namesake)
      implements PartyAnswer {}

  /** Nobody has that code, NIF or name. */
  record Unknown() implements PartyAnswer {}

  /**
   * Several may be meant.
   *
   * @param by what they share, the NIF or the name
   * @param codes theirs
   */
  record Unclear(PartyMatch.How by, String value, List<String> codes) implements PartyAnswer {}
}
