package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.KnownParties;
import dz.manchengo.hub.catalog.Parties;
import dz.manchengo.hub.catalog.PartyAnswer;
import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Hints;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From whom goods came, and to whom they went: a recall asks both (MDM-003, 004, 009, 012, 013). A
 * movement inside the company has neither, whatever its row says.
 */
final class MovementParties {
  private final Map<PartySide, KnownParties> known = new LinkedHashMap<>();
  private final Feed feed;
  private final Set<String> told = new HashSet<>();

  MovementParties(Parties parties, DocumentPosting.Posting posting) {
    this.feed = posting.feed();
    for (PartySide side : PartySide.values()) {
      known.put(side, parties.known(side.isSupplier(), posting.submission(), posting.writes()));
    }
  }

  void settle(List<MovementRow> rows) {
    known.forEach(
        (side, parties) -> {
          List<MovementRow> naming =
              rows.stream()
                  .filter(row -> PartySide.of(row) == side && side.mention(row) != null)
                  .toList();
          if (!naming.isEmpty()) {
            settle(naming, side, parties);
          }
        });
  }

  private void settle(List<MovementRow> rows, PartySide side, KnownParties parties) {
    Set<PartyMention> mentions =
        rows.stream().map(side::named).collect(Collectors.toCollection(LinkedHashSet::new));
    Map<PartyMention, PartyAnswer> answers = new LinkedHashMap<>(parties.find(mentions));
    answers.entrySet().removeIf(one -> parties.isOwn(one.getKey(), one.getValue(), true));
    if (feed.unknownParty() == Feed.Unknown.CREATE) {
      List<PartyMention> unknown =
          mentions.stream().filter(m -> answers.get(m) instanceof PartyAnswer.Unknown).toList();
      if (!unknown.isEmpty()) {
        answers.putAll(parties.create(unknown));
      }
    }
    for (MovementRow row : rows) {
      PartyAnswer answer = answers.get(side.named(row));
      if (answer != null) {
        settle(row, side, answer);
      }
    }
  }

  private void settle(MovementRow row, PartySide side, PartyAnswer answer) {
    PartyMention mention = side.named(row);
    String field = side.field(row);
    String shown = Objects.requireNonNullElse(mention.code(), String.valueOf(mention.name()));
    if (answer instanceof PartyAnswer.Known one) {
      row.party = one.match();
      tell(row, side, field, shown, one.match());
    } else if (answer instanceof PartyAnswer.Unclear several) {
      String codes = String.join(", ", several.codes());
      row.tell("MDM-013", field, shown, "value", several.value(), "parties", codes);
    } else {
      row.tell("MDM-003", field, shown, "value", shown);
    }
  }

  private void tell(MovementRow row, PartySide side, String field, String shown, PartyMatch match) {
    String code = match.code();
    if (match.how() == PartyMatch.How.CREATED && told.add("created " + code)) {
      row.warn("MDM-003", field, shown, "value", shown, Hints.PARAM, Hints.CREATED);
    }
    if (match.how() == PartyMatch.How.NAME && told.add("by name " + code)) {
      row.tell("MDM-004", field, shown, "value", shown, "code", code);
    }
    if (!match.active() && told.add("inactive " + code)) {
      row.tell("MDM-009", field, shown, "entity", "Tiers", "code", code);
    }
    if (!match.is(side.isSupplier()) && told.add("role " + code)) {
      Object[] params = {"party", code, "name", match.name(), "role", side.phrase()};
      row.tell("MDM-012", field, shown, params);
    }
  }

  /** Who delivers is a supplier from now on, and who is delivered to a customer. */
  void change(List<MovementRow> written) {
    known.forEach(
        (side, parties) -> {
          Set<Long> ids = new HashSet<>();
          for (MovementRow row : written) {
            PartyMatch party = row.party;
            if (party != null && PartySide.of(row) == side && !party.is(side.isSupplier())) {
              ids.add(party.id());
            }
          }
          if (!ids.isEmpty()) {
            parties.takeRole(ids);
          }
        });
  }

  /** Which side of the company a movement is on. */
  private enum PartySide {
    SUPPLIER("supplier", "reason.supplier"),
    CUSTOMER("customer", "reason.customer");

    private final String prefix;
    private final String phrase;

    PartySide(String prefix, String phrase) {
      this.prefix = prefix;
      this.phrase = phrase;
    }

    /** Null for what moves inside the company. */
    static @Nullable PartySide of(MovementRow row) {
      return switch (row.movement().origin()) {
        case RECEPTION, RETOUR_FOURNISSEUR -> SUPPLIER;
        case VENTE, RETOUR_CLIENT -> CUSTOMER;
        default -> null;
      };
    }

    boolean isSupplier() {
      return this == SUPPLIER;
    }

    String phrase() {
      return phrase;
    }

    /** Null where the row names nobody on this side. */
    @Nullable PartyMention mention(MovementRow row) {
      String code = own(row, "_code");
      String name = own(row, "_name");
      return code == null && name == null
          ? null
          : new PartyMention(code, name, null, null, null, null, null);
    }

    PartyMention named(MovementRow row) {
      return Objects.requireNonNull(mention(row));
    }

    /** « Fournisseur », or « Tiers » where the file has one column for both. */
    private @Nullable String own(MovementRow row, String end) {
      String own = row.text(prefix + end);
      return own == null ? row.text("party" + end) : own;
    }

    /** The field whose column names it. */
    String field(MovementRow row) {
      String own = row.text(prefix + "_code") == null ? prefix + "_name" : prefix + "_code";
      String any = row.text("party_code") == null ? "party_name" : "party_code";
      return row.text(own) == null ? any : own;
    }
  }
}
