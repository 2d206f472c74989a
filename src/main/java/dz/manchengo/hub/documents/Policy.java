package dz.manchengo.hub.documents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * What refused rows mean for the rest of their file.
 *
 * @param maxErrors percent of the rows read that may be refused before the whole file is
 */
public record Policy(BigDecimal maxErrors) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  public static final Policy PER_DOCUMENT = new Policy(ALL);
  public static final Policy WHOLE_FILE = new Policy(BigDecimal.ZERO);

  /** As a feed writes it: {@code per-document}, {@code whole-file} or {@code {max-errors: 5%}}. */
  @JsonCreator
  static Policy of(JsonNode written) {
    return switch (written.asText()) {
      case "per-document" -> PER_DOCUMENT;
      case "whole-file" -> WHOLE_FILE;
      default -> upTo(written.get("max-errors").asText());
    };
  }

  private static Policy upTo(String percent) {
    return new Policy(new BigDecimal(percent.replace("%", "").strip().replace(',', '.')));
  }

  /** Whether so many refused rows are too many; exactly the limit is not. */
  public boolean isExceeded(int refused, int rows) {
    BigDecimal allowed = maxErrors.multiply(BigDecimal.valueOf(rows));
    return BigDecimal.valueOf(refused).multiply(ALL).compareTo(allowed) > 0;
  }
}
