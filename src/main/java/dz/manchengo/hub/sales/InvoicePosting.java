package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.Parties;
import dz.manchengo.hub.catalog.Products;
import dz.manchengo.hub.catalog.StampSchedules;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.ReceivedLots;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invoices and credit notes into {@code invoice}, {@code invoice_line} and {@code invoice_vat}. A
 * document whose line is refused is refused whole; its neighbours are posted.
 */
@Component
class InvoicePosting implements DocumentPosting {
  private final Parties parties;
  private final Products products;
  private final Units units;
  private final StampSchedules stamps;
  private final FormerInvoices former;
  private final Chronology chronology;
  private final SoldThoughMissing missing;
  private final OriginalInvoices originals;
  private final InvoiceTables tables;
  private final ReceivedLots lots;
  private final JdbcClient db;
  private final Clock clock;

  InvoicePosting(
      Parties parties,
      Products products,
      Units units,
      StampSchedules stamps,
      FormerInvoices former,
      Chronology chronology,
      SoldThoughMissing missing,
      OriginalInvoices originals,
      InvoiceTables tables,
      ReceivedLots lots,
      JdbcClient db,
      Clock clock) {
    this.parties = parties;
    this.products = products;
    this.units = units;
    this.stamps = stamps;
    this.former = former;
    this.chronology = chronology;
    this.missing = missing;
    this.originals = originals;
    this.tables = tables;
    this.lots = lots;
    this.db = db;
    this.clock = clock;
  }

  @Override
  public String document() {
    return "invoices";
  }

  @Override
  public List<String> scopes() {
    return List.of("INVOICE", "LINE");
  }

  @Override
  public List<List<String>> required() {
    return List.of(
        List.of("doc_no", "credit_no"),
        List.of("doc_date"),
        List.of("party_code", "party_name", "party_nif"),
        List.of("product_code", "description"),
        List.of("qty"),
        List.of("unit_price_ht", "unit_price_net_ht", "unit_price_ttc"));
  }

  @Override
  public List<List<String>> requiredOfJournals() {
    List<List<String>> required = new ArrayList<>(required().subList(0, 3));
    required.add(List.of("total_ht", "total_vat"));
    required.add(List.of("total_ttc", "total_vat"));
    return required;
  }

  /** A rate, or amounts of VAT that prove one. */
  @Override
  public List<List<String>> requiredSomewhere() {
    return List.of(List.of("vat_rate", "line_vat", "total_vat"));
  }

  @Override
  public List<DetailSheet> details() {
    return List.of(new DetailSheet(List.of("LINE", "INVOICE"), required().subList(3, 6), true));
  }

  @Override
  public Session open(Posting posting) {
    Feed feed = posting.feed();
    long submission = posting.submission();
    boolean supplier = PartyReferences.isSupplier(feed);
    long own = parties.own();
    return new InvoiceSession(
        posting,
        own,
        new VoidNumbers(db, feed, own),
        new InvoiceJudging(feed, stamps.current(), LocalDate.now(clock)),
        new PartyReferences(parties.known(supplier, submission, posting.writes()), feed),
        new LineReferences(products.known(submission, posting.writes()), units.known(), feed),
        new PriceReference(db, feed),
        former,
        chronology,
        missing,
        originals,
        new LineLots(lots, posting),
        tables);
  }
}
