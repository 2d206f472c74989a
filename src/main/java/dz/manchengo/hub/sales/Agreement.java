package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Invoice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One invoice from two files with lines of which one has columns that the other has not: a due
 * date, a payment method, units (decision 0019). It is the same where everything agrees that both
 * say; what only one of them says contradicts nothing.
 */
final class Agreement {
  private final Candidate candidate;
  private final FormerInvoice former;
  private final List<LineChanges.Sum> sums;
  private final Map<Long, SaidLines> then;
  private final Map<Long, SaidLines> now;

  /**
   * Compares an invoice with the revision in force.
   *
   * @param sums its lines, product by product, as the tables have them, as are those said
   */
  Agreement(
      Candidate candidate, FormerInvoice former, List<LineChanges.Sum> sums, List<SaidLines> said) {
    this.candidate = candidate;
    this.former = former;
    this.sums = sums;
    this.then = byProduct(said);
    this.now = byProduct(SaidLines.of(candidate));
  }

  private static Map<Long, SaidLines> byProduct(List<SaidLines> lines) {
    return lines.stream().collect(Collectors.toMap(SaidLines::productId, Function.identity()));
  }

  boolean holds() {
    Invoice invoice = candidate.asReceived();
    return !new Completion(candidate, former).concernsJournal()
        && former.lines() == invoice.lines().size()
        && former.invoiceDate().equals(invoice.date())
        && former.partyId() == candidate.party().id()
        && SameContent.sameTotals(candidate, former)
        && header(invoice).allMatch(Pair::agrees)
        && LineChanges.of(candidate, sums).isEmpty()
        && now.keySet().equals(then.keySet())
        && now.values().stream().allMatch(l -> l.agreesWith(ofFormer(l)));
  }

  /** Whether the file says what was not known. */
  boolean addsSomething() {
    return header(candidate.asReceived()).anyMatch(Pair::isNew)
        || now.values().stream().anyMatch(l -> l.tellsMoreThan(ofFormer(l)));
  }

  /** The invoice with what only the former one says. */
  Completion completion() {
    return new Completion(candidate, former, then);
  }

  private SaidLines ofFormer(SaidLines line) {
    return Objects.requireNonNull(then.get(line.productId()));
  }

  /** What both say of one thing. */
  private record Pair(@Nullable Object before, @Nullable Object now) {
    boolean agrees() {
      return before == null || now == null || before.equals(now);
    }

    boolean isNew() {
      return before == null && now != null;
    }
  }

  private Stream<Pair> header(Invoice invoice) {
    Invoice.PaymentMethod method = invoice.paymentMethod();
    return Stream.of(
        new Pair(former.dueDate(), invoice.dueDate()),
        new Pair(former.paymentMethod(), method == null ? null : method.name()),
        new Pair(norm(former.originalNo()), norm(invoice.originalNumber())),
        new Pair(norm(former.orderNo()), norm(invoice.orderNumber())),
        new Pair(norm(former.deliveryNo()), norm(invoice.deliveryNumber())),
        new Pair(plain(former.declStamp()), plain(invoice.declared().stamp())));
  }

  private static @Nullable String norm(@Nullable String number) {
    return number == null || number.isBlank() ? null : DocumentNumber.norm(number);
  }

  private static @Nullable String plain(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.stripTrailingZeros().toPlainString();
  }
}
