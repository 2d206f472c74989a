package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.documents.Origins;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The current revision of an order that comes again. */
record FormerOrder(
    int position,
    long orderId,
    int revision,
    String contentHash,
    String status,
    long customerId,
    @Nullable String customerRef,
    LocalDate orderDate,
    @Nullable LocalDate requestedDate,
    @Nullable String cancelReason,
    BigDecimal compTotalHt,
    long submissionId,
    String sourceSheet,
    int sourceRow)
    implements Origins.Stored {

  Order.Status state() {
    return Order.Status.valueOf(status);
  }
}
