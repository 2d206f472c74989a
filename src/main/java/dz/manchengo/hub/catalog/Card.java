package dz.manchengo.hub.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A master record as its values in plain text, by the names of the fields that files give: numbers
 * without trailing zeros, {@code true} and {@code false}. A value that the record does not have is
 * absent.
 *
 * @param id null while it is not in the table
 * @param provisional created from a document, nobody has completed it yet
 * @param own whether it is the company itself
 * @param source null for what the hub began with
 */
public record Card(
    @Nullable Long id,
    String code,
    boolean provisional,
    boolean own,
    Map<String, String> values,
    @Nullable Source source) {

  /**
   * Whom it follows.
   *
   * @param row 0 where a document made it
   */
  public record Source(long submission, String sheet, int row) {}

  public static Card blank(String code) {
    return new Card(null, code, false, false, Map.of(), null);
  }

  /** This record as that row has it. */
  public Card from(Source row) {
    return new Card(id, code, provisional, own, values, row);
  }

  /** Null when the record has no such value. */
  public @Nullable String value(String field) {
    return values.get(field);
  }

  /** This record after a file, which takes nothing away. */
  public Card with(String newCode, boolean stillProvisional, Map<String, String> given) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(given);
    return new Card(id, newCode, stillProvisional, own, all, source);
  }
}
