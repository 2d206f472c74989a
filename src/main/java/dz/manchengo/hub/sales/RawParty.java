package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.catalog.PartyMention;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom the header of a document names. */
final class RawParty {
  private static final Pattern COLLECTIVE = Pattern.compile("4(?:11|01)0*");

  private RawParty() {}

  /** The party; null where the header gives neither code nor name nor NIF. */
  static @Nullable PartyMention in(Map<String, Object> header) {
    String code = text(header, "party_code");
    String name = text(header, "party_name");
    String nif = text(header, "party_nif");
    if (code == null && name == null && nif == null) {
      return null;
    }
    return of(
        isCollective(code, name) ? null : code, name == null && code == null ? nif : name, header);
  }

  /**
   * Whether the code is the account of all customers, 411, or of all suppliers, 401, in the chart
   * of accounts (SCF), beside a name that tells whose document it is.
   */
  static boolean isCollective(@Nullable String code, @Nullable String name) {
    return code != null && name != null && COLLECTIVE.matcher(code.strip()).matches();
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
