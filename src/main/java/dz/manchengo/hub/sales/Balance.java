package dz.manchengo.hub.sales;

import dz.manchengo.hub.platform.Money;

/** What was paid on one invoice so far, the payments of the file included. */
final class Balance {
  private static final Money ONE_DINAR = Money.of("1");

  private final Money owed;
  private final boolean stampAsked;
  private Money paid;
  private Money stamps;

  Balance(PaidInvoice invoice) {
    owed = new Money(invoice.owed());
    stampAsked = invoice.askedStamp().signum() != 0;
    paid = new Money(invoice.paid());
    stamps = new Money(invoice.stamps());
  }

  void add(Receipt receipt) {
    paid = paid.plus(receipt.amount());
    Money declared = Money.orZero(receipt.payment().declaredStamp());
    stamps = stamps.plus(declared.signum() == 0 ? receipt.stamp : declared);
  }

  /**
   * What is paid too much; zero below one dinar. Stamp duty that the invoice does not ask for may
   * be in the payments all the same.
   */
  Money over() {
    Money over = paid.minus(stampAsked ? owed : owed.plus(stamps));
    return over.compareTo(ONE_DINAR) < 0 ? Money.ZERO : over;
  }
}
