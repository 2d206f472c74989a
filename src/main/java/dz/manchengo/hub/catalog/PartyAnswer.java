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
   */
  record Known(PartyMatch match, @Nullable String holderOfNif) implements PartyAnswer {}

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
