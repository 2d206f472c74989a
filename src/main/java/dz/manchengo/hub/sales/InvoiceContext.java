package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.StampSchedule;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know beside the invoice.
 *
 * @param paymentTermsDays the party's terms; null when not known
 * @param carriedFields canonical names of the fields that the feed has a column for: nobody is
 *     blamed for leaving out what there was no place for
 */
record InvoiceContext(
    LocalDate today,
    StampSchedule stamps,
    @Nullable Integer paymentTermsDays,
    Set<String> carriedFields) {}
