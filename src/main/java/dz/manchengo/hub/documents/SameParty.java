package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.NameKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether rows of one number are of one supplier: suppliers number alike (domain notes §7.2). */
final class SameParty {
  private SameParty() {}

  /**
   * By what both name: the code before the NIF before the name; what one leaves out says nothing.
   */
  static boolean contradict(Map<String, Object> one, Map<String, Object> other) {
    for (String field : List.of("party_code", "party_nif", "party_name")) {
      Object a = one.get(field);
      Object b = other.get(field);
      if (a != null && b != null) {
        return !isAlike(a, b);
      }
    }
    return false;
  }

  /** Spaces, capitals and accents make no other party. */
  static boolean isAlike(Object a, Object b) {
    return a.equals(b) || NameKey.of(a.toString()).equals(NameKey.of(b.toString()));
  }

  /** What tells the document from those of others with its number; empty when nothing does. */
  static String key(Map<String, Object> header) {
    Object key =
        Objects.requireNonNullElse(
            header.get("party_code"),
            Objects.requireNonNullElse(
                header.get("party_nif"), Objects.requireNonNullElse(header.get("party_name"), "")));
    return key.toString();
  }
}
