package dz.manchengo.hub.catalog;

import org.jspecify.annotations.Nullable;

/** A row of party, as far as matching needs it. */
record PartyMaster(
    long partyId,
    String partyCode,
    String name,
    String nameNorm,
    @Nullable String nif,
    @Nullable String rcNorm,
    @Nullable String ai,
    boolean isCustomer,
    boolean isSupplier,
    int paymentTermsDays,
    boolean active,
    boolean provisional) {

  /** One that is about to be made for a mention. */
  static PartyMaster draft(String code, PartyMention mention, boolean supplier) {
    String name = mention.name() == null ? code : mention.name();
    return new PartyMaster(
        -1L - Integer.toUnsignedLong(code.hashCode()), // no record has such an id
        code,
        name,
        NameKey.of(name),
        mention.nif(),
        null,
        null,
        !supplier,
        supplier,
        0,
        true,
        true);
  }

  boolean is(boolean supplier) {
    return supplier ? isSupplier : isCustomer;
  }

  PartyMatch as(PartyMatch.How how) {
    return new PartyMatch(
        partyId,
        partyCode,
        name,
        how,
        nif,
        rcNorm,
        ai,
        isCustomer,
        isSupplier,
        paymentTermsDays,
        active,
        provisional);
  }
}
