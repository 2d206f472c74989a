package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.Parties;
import dz.manchengo.hub.catalog.Products;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Origins;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sales orders into {@code sales_order} and {@code sales_order_line}. An order whose line is
 * refused is refused whole; its neighbours are posted.
 */
@Component
class OrderPosting implements DocumentPosting {
  private final Parties parties;
  private final Products products;
  private final Units units;
  private final FormerOrders former;
  private final OrderTables tables;
  private final Origins origins;
  private final JdbcClient db;
  private final Clock clock;

  OrderPosting(
      Parties parties,
      Products products,
      Units units,
      FormerOrders former,
      OrderTables tables,
      Origins origins,
      JdbcClient db,
      Clock clock) {
    this.parties = parties;
    this.products = products;
    this.units = units;
    this.former = former;
    this.tables = tables;
    this.origins = origins;
    this.db = db;
    this.clock = clock;
  }

  @Override
  public String document() {
    return "orders";
  }

  @Override
  public List<String> scopes() {
    return List.of("ORDER", "LINE");
  }

  @Override
  public List<List<String>> required() {
    return List.of(
        List.of("doc_no"),
        List.of("doc_date"),
        List.of("party_code", "party_name", "party_nif"),
        List.of("product_code", "description"),
        List.of("qty"),
        List.of("unit_price_ht", "unit_price_net_ht", "unit_price_ttc"));
  }

  /** An order that is there is cancelled without saying it again. */
  @Override
  public List<List<String>> requiredOfJournals() {
    return List.of(List.of("doc_no"), List.of("status"), List.of("cancel_reason"));
  }

  /** Some lines of an order may be wanted later than others. */
  @Override
  public Set<String> lineFields() {
    return Set.of("requested_date");
  }

  @Override
  public List<DetailSheet> details() {
    return List.of(new DetailSheet(List.of("LINE", "ORDER"), required().subList(3, 6), true));
  }

  @Override
  public boolean sharesCommits() {
    return true;
  }

  @Override
  public Session open(Posting posting) {
    Feed feed = posting.feed();
    long submission = posting.submission();
    boolean writes = posting.writes();
    LineReferences lines =
        new LineReferences(products.known(submission, writes), units.known(), feed);
    return new OrderSession(
        posting,
        new OrderJudging(feed, LocalDate.now(clock), lines),
        new OrderCancellations(db),
        new PartyReferences(parties.known(false, submission, writes), feed),
        lines,
        new PriceReference(db, feed),
        former,
        new OrderLookAlikes(db, origins, posting),
        tables);
  }
}
