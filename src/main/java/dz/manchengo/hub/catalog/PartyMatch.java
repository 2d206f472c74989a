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
    How how,
    @Nullable String nif,
    @Nullable String rc,
    @Nullable String ai,
    int paymentTermsDays,
    boolean active,
    boolean provisional) {
  public enum How {
    CODE,
    NIF,
    NAME,
    CREATED
  }
}
