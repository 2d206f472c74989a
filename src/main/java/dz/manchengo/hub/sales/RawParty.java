package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.catalog.PartyMention;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom the header of a document names. */
final class RawParty {
  private RawParty() {}

  /** The party; null where the header gives neither code nor name nor NIF. */
  static @Nullable PartyMention in(Map<String, Object> header) {
    String code = text(header, "party_code");
    String name = text(header, "party_name");
    String nif = text(header, "party_nif");
    if (code == null && name == null && nif == null) {
      return null;
    }
    return of(code, name == null && code == null ? nif : name, header);
  }

  static PartyMention of(@Nullable String code, @Nullable String name, Map<String, Object> header) {
    return new PartyMention(
        code,
        name,
        text(header, "party_nif"),
        text(header, "party_nis"),
        text(header, "party_rc"),
        text(header, "party_ai"),
        text(header, "party_address"));
  }
}
