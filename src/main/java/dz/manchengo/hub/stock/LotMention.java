package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot as a row names it.
 *
 * @param code as written; capitals, spaces and punctuation make no difference
 * @param dlc use-by date for a record that has to be made
 */
public record LotMention(long productId, String code, @Nullable LocalDate dlc) {

  /** What decides which lot is meant. */
  LotKey key() {
    return new LotKey(productId, norm(code));
  }

  /** The form in which codes are compared. */
  public static String norm(String code) {
    String norm = DocumentNumber.norm(code);
    return norm.isEmpty() ? code : norm; // a code of nothing but punctuation is one all the same
  }

  record LotKey(long productId, String norm) {}
}
