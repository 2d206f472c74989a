package dz.manchengo.hub.masterdata;

import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.catalog.Card;
import dz.manchengo.hub.catalog.Cards;
import dz.manchengo.hub.catalog.PartyCards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Customers and suppliers: their roles, tax identifiers and terms. */
final class PartyKind implements MasterKind {
  /** What a file may add to the record of the company itself. */
  static final Set<String> COMPLETING =
      Set.of(
          "party_nif",
          "party_nis",
          "party_rc",
          "party_ai",
          "party_address",
          "wilaya",
          "phone",
          "email");

  private final PartyCards cards;

  PartyKind(PartyCards cards) {
    this.cards = cards;
  }

  @Override
  public Cards cards() {
    return cards;
  }

  @Override
  public String entity() {
    return "reason.entity.party";
  }

  @Override
  public String codeField() {
    return "party_code";
  }

  @Override
  public String nameField() {
    return "party_name";
  }

  @Override
  public Set<String> needed() {
    return Set.of("party_name");
  }

  @Override
  public void read(MasterRow row) {
    row.take("party_name");
    COMPLETING.forEach(row::take);
    row.take("active");
    row.take("payment_terms", 0, "0", "365");
    row.take("credit_limit", 2, "0", "999999999999");
    readRole(row);
    String mail = row.given.get("email");
    if (mail != null && mail.indexOf('@') < 1) {
      row.tellImpossible("email", mail, "reason.mail");
    }
  }

  /** A file gives roles and takes none away: who sells to us may buy from us. */
  private static void readRole(MasterRow row) {
    String role = text(row.raw.header(), "party_role");
    if (role == null) {
      return;
    }
    if (!role.equals("FOURNISSEUR")) {
      row.given.put("is_customer", "true");
    }
    if (role.endsWith("FOURNISSEUR")) {
      row.given.put("is_supplier", "true");
    } else if (!role.equals("CLIENT")) {
      row.given.put("customer_type", role);
    }
  }

  /** MDM-013: one NIF is one party; MDM-037: documents made a party of the company itself. */
  @Override
  public void check(MasterRow row, Card before, CardIndex index) {
    String nif = row.given.get("party_nif");
    if (nif == null || nif.equals(before.value("party_nif"))) {
      return;
    }
    List<Card> holders = index.holders(nif, before);
    if (holders.isEmpty()) {
      return;
    }
    String codes = holders.stream().map(Card::code).collect(Collectors.joining(", "));
    if (before.own() && holders.stream().allMatch(Card::provisional)) {
      row.tell("MDM-037", "party_nif", nif, "nif", nif, "parties", codes);
    } else {
      row.tell("MDM-013", "party_nif", nif, "value", nif, "parties", codes + ", " + row.code);
    }
  }

  @Override
  public boolean completes(Map<String, String> given) {
    return given.containsKey("party_name");
  }

  /** MDM-006. */
  @Override
  public void tellMissing(MasterRow row, Card after) {
    List<String> missing = new ArrayList<>();
    for (String field : new String[] {"party_nif", "party_rc", "party_ai"}) {
      if (after.value(field) == null) {
        missing.add(field.substring("party_".length()).toUpperCase(java.util.Locale.ROOT));
      }
    }
    if (!missing.isEmpty()) {
      row.tell(
          "MDM-006",
          "party_code",
          after.code(),
          "party",
          after.code(),
          "missing",
          String.join(", ", missing));
    }
  }
}
