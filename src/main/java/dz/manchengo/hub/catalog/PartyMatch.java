package dz.manchengo.hub.catalog;

import org.jspecify.annotations.Nullable;

/**
 * The master record that a mention means.
 *
 * @param how by what it was found
 * @param provisional created from a document and not completed since
 */
public record PartyMatch(
    long id,
    String code,
    String name,
    How how,
    @Nullable String nif,
    @Nullable String rc,
    @Nullable String ai,
    boolean customer,
    boolean supplier,
    int paymentTermsDays,
    boolean active,
    boolean provisional) {
  public enum How {
    CODE,
    /** A code that nobody has, written much like that of the only one with its name. */
    SPELLING,
    NIF,
    NAME,
    /** The record made for its name, which has its code from now on. */
    ADOPTED,
    CREATED
  }

  /** Whether it is known in that role. */
  public boolean is(boolean asSupplier) {
    return asSupplier ? supplier : customer;
  }

  /**
   * Whether the mention names somebody else: more than spelling and legal form differ. A code or
   * NIF that stands where a name should contradicts no name.
   */
  public boolean differsInName(PartyMention mention) {
    String other = mention.name();
    return other != null
        && !isIdentifier(other)
        && !isIdentifier(name)
        && !NameKey.areAlike(other, name);
  }

  /** Whether it is but a record that some document's name or NIF has made. */
  boolean isMadeByName() {
    return provisional && how != How.CODE && how != How.SPELLING && how != How.ADOPTED;
  }

  /** Whether a document that gave no name has made it: its code stands there instead. */
  public boolean isNameless() {
    return provisional && name.equals(code);
  }

  PartyMatch found(How other) {
    return new PartyMatch(
        id,
        code,
        name,
        other,
        nif,
        rc,
        ai,
        customer,
        supplier,
        paymentTermsDays,
        active,
        provisional);
  }

  private boolean isIdentifier(String text) {
    return text.equals(code) || text.equals(nif);
  }

  /** Whether both have a NIF, and not the same. */
  public boolean differsInNif(PartyMention mention) {
    return nif != null && mention.nif() != null && !nif.equals(mention.nif());
  }
}
