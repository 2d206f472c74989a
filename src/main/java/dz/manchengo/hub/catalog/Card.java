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
 * @param sheet where the file has it that is about to write it; empty for a file without sheets
 * @param row its row there, from 1; 0 while no file writes it
 */
public record Card(
    @Nullable Long id,
    String code,
    boolean provisional,
    boolean own,
    Map<String, String> values,
    String sheet,
    int row) {

  public static Card blank(String code) {
    return new Card(null, code, false, false, Map.of(), "", 0);
  }

  /** Null when the record has no such value. */
  public @Nullable String value(String field) {
    return values.get(field);
  }

  /** This record after a file, which takes nothing away. */
  public Card with(String newCode, boolean stillProvisional, Map<String, String> given) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(given);
    return new Card(id, newCode, stillProvisional, own, all, sheet, row);
  }

  /** This record as that row of a file writes it. */
  public Card at(String itsSheet, int itsRow) {
    return new Card(id, code, provisional, own, values, itsSheet, itsRow);
  }
}
