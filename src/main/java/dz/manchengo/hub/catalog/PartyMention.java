package dz.manchengo.hub.catalog;

import org.jspecify.annotations.Nullable;

/** A party as a document names it, identifiers already cleaned; code or name is given. */
public record PartyMention(
    @Nullable String code,
    @Nullable String name,
    @Nullable String nif,
    @Nullable String nis,
    @Nullable String rc,
    @Nullable String ai,
    @Nullable String address) {}
