package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Origins;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revision in force of a batch that comes again.
 *
 * @param position of the batch in the portion, from 0
 * @param used sums of the inputs by unit, {@code 10 KG + 1000 L}
 * @param lots that came out of it
 */
record FormerBatch(
    int position,
    long batchId,
    int revision,
    String contentHash,
    LocalDate madeOn,
    String status,
    @Nullable BigDecimal qtyProduced,
    int inputs,
    @Nullable String used,
    @Nullable BigDecimal milkLitres,
    List<Long> lots,
    long submissionId,
    String sourceSheet,
    int sourceRow)
    implements Origins.Stored {
  boolean made(long lot) {
    return lots.contains(lot);
  }
}
