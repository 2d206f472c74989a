package dz.manchengo.hub.catalog;

import dz.manchengo.hub.catalog.PartyMatch.How;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parties in memory, as the documents of one file look them up: each mention by its code, else by
 * its NIF, else by its normalised name (domain notes §1.2).
 */
final class PartyIndex {
  private final boolean supplier;
  private final Map<String, PartyMaster> byCode = new HashMap<>();
  private final Map<String, List<PartyMaster>> byNif = new HashMap<>();
  private final Map<String, List<PartyMaster>> byName = new HashMap<>();

  /**
   * An index.
   *
   * @param supplier the role in which the documents name their parties
   */
  PartyIndex(Collection<PartyMaster> masters, boolean supplier) {
    this.supplier = supplier;
    masters.forEach(this::add);
  }

  void add(PartyMaster master) {
    byCode.put(master.partyCode(), master);
    byName.computeIfAbsent(master.nameNorm(), k -> new ArrayList<>()).add(master);
    if (master.nif() != null) {
      byNif.computeIfAbsent(master.nif(), k -> new ArrayList<>()).add(master);
    }
  }

  /** Takes back what {@link #add} was given. */
  void remove(PartyMaster master) {
    byCode.remove(master.partyCode(), master);
    byName.getOrDefault(master.nameNorm(), new ArrayList<>()).remove(master);
    if (master.nif() != null) {
      byNif.getOrDefault(master.nif(), new ArrayList<>()).remove(master);
    }
  }

  /** A code that nobody has is a new party, whatever its name looks like; a NIF is its owner's. */
  PartyAnswer answer(PartyMention mention) {
    if (mention.code() != null) {
      PartyMaster coded = byCode.get(mention.code());
      return coded != null ? known(coded, How.CODE, mention) : byNifOrSpelling(mention);
    }
    PartyAnswer byNif = byNif(mention);
    if (!(byNif instanceof PartyAnswer.Unknown) || mention.name() == null) {
      return byNif;
    }
    PartyMaster coded = byCode.get(mention.name());
    return coded != null ? known(coded, How.CODE, mention) : byName(mention, mention.name());
  }

  /** « c014 » and « C-014 » with one name are one party. */
  private PartyAnswer byNifOrSpelling(PartyMention mention) {
    PartyAnswer byNif = byNif(mention);
    List<PartyMaster> alike =
        holders(mention).stream()
            .filter(m -> CodeSpelling.areAlike(mention.code(), m.partyCode()))
            .toList();
    return byNif instanceof PartyAnswer.Unknown && alike.size() == 1
        ? known(alike.get(0), How.SPELLING, mention)
        : byNif;
  }

  private PartyAnswer byNif(PartyMention mention) {
    String nif = mention.nif();
    String name = mention.name();
    List<PartyMaster> holders = holders(nif);
    holders = narrowed(holders, m -> name != null && NameKey.areAlike(name, m.name()));
    return nif == null ? PartyAnswer.UNKNOWN : one(inRole(holders), How.NIF, nif, mention);
  }

  /**
   * Among several of one name, or when it was renamed, the record once made for that very name; a
   * name with another NIF is another taxpayer's.
   */
  private PartyAnswer byName(PartyMention mention, String name) {
    List<PartyMaster> holders =
        inRole(holders(mention).stream().filter(m -> mayBe(mention, m)).toList());
    PartyMaster made = byCode.get(provisionalCode(name, supplier));
    PartyMaster coded = codedFor(made, holders);
    if (coded != null) {
      return known(coded, How.NAME, mention);
    }
    boolean only = holders.stream().filter(PartyMaster::provisional).count() < 2;
    return holders.size() != 1 && only && made != null && mayBe(mention, made)
        ? known(made, How.NAME, mention)
        : one(holders, How.NAME, name, mention);
  }

  /**
   * The only one of a name beside the record that documents made for the name alone: his code was
   * known without it before (MDM-036).
   */
  private static @Nullable PartyMaster codedFor(
      @Nullable PartyMaster made, List<PartyMaster> holders) {
    if (made == null || !made.provisional() || holders.size() != 2 || !holders.contains(made)) {
      return null;
    }
    PartyMaster other = holders.get(holders.get(0).equals(made) ? 1 : 0);
    return mayBe(other.nif(), made) ? other : null;
  }

  private static boolean mayBe(PartyMention mention, PartyMaster master) {
    return mayBe(mention.nif(), master);
  }

  private static boolean mayBe(@Nullable String nif, PartyMaster master) {
    return nif == null || master.nif() == null || nif.equals(master.nif());
  }

  /**
   * The code of a record for a mention without one: of its name, or where that is taken, its NIF.
   */
  String codeFor(PartyMention mention) {
    String name = Objects.requireNonNull(mention.name());
    PartyMaster taken = byCode.get(provisionalCode(name, supplier));
    return taken == null || mayBe(mention, taken)
        ? provisionalCode(name, supplier)
        : provisionalCode(name + " " + mention.nif(), supplier);
  }

  private List<PartyMaster> holders(PartyMention mention) {
    String name = mention.name();
    return name == null ? List.of() : byName.getOrDefault(NameKey.of(name), List.of());
  }

  /** The code of somebody of its name whom none of those codes means; null when there is none. */
  @Nullable String namesake(PartyMention mention, Set<String> codes) {
    return holders(mention).stream()
        .filter(PartyMaster::active)
        .map(PartyMaster::partyCode)
        .filter(code -> !codes.contains(code))
        .sorted()
        .findFirst()
        .orElse(null);
  }

  private List<PartyMaster> holders(@Nullable String nif) {
    return nif == null ? List.of() : byNif.getOrDefault(nif, List.of());
  }

  /** Who was set aside is not meant while another one is there; a sale goes to a customer. */
  private List<PartyMaster> inRole(List<PartyMaster> holders) {
    return narrowed(narrowed(holders, PartyMaster::active), m -> m.is(supplier));
  }

  private static List<PartyMaster> narrowed(
      List<PartyMaster> holders, Predicate<PartyMaster> condition) {
    List<PartyMaster> fitting = holders.stream().filter(condition).toList();
    return fitting.isEmpty() ? holders : fitting;
  }

  private PartyAnswer one(List<PartyMaster> holders, How how, String value, PartyMention mention) {
    return switch (holders.size()) {
      case 0 -> PartyAnswer.UNKNOWN;
      case 1 -> known(holders.get(0), how, mention);
      default ->
          new PartyAnswer.Unclear(
              how, value, holders.stream().map(PartyMaster::partyCode).sorted().toList());
    };
  }

  private PartyAnswer known(PartyMaster master, How how, PartyMention mention) {
    Optional<String> holder =
        Objects.equals(mention.nif(), master.nif())
            ? Optional.empty()
            : holders(mention.nif()).stream().map(PartyMaster::partyCode).findFirst();
    PartyMatch match = master.as(how);
    String name = mention.name();
    PartyMaster made =
        how != How.CODE || name == null || !match.isNameless()
            ? null
            : byCode.get(provisionalCode(name, supplier));
    String namesake =
        made != null && made.provisional() && mayBe(mention, made) ? made.partyCode() : null;
    return new PartyAnswer.Known(match, holder.orElse(null), namesake);
  }

  /**
   * The record that a document made for the name of a mention with a code that nobody has: it is
   * the same party's, unless others have that name, or their NIFs differ.
   */
  @Nullable PartyMaster madeFor(PartyMention mention) {
    String name = mention.name();
    if (name == null) {
      return null;
    }
    PartyMaster made = byCode.get(provisionalCode(name, supplier));
    return made != null
            && made.provisional()
            && byName.getOrDefault(NameKey.of(name), List.of()).equals(List.of(made))
            && (made.nif() == null || made.nif().equals(mention.nif()))
        ? made
        : null;
  }

  /** The code of somebody whom a document gives no code. */
  static String provisionalCode(String name, boolean supplier) {
    return NameKey.provisionalCode(supplier ? "FOUR-X" : "CLI-X", name);
  }
}
