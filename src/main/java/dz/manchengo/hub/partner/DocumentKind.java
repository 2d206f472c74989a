package dz.manchengo.hub.partner;

import java.util.Arrays;

/** The documents that programs send, by their addresses. */
enum DocumentKind {
  ORDERS("orders", "orders", "v_api_order"),
  INVOICES("invoices", "invoices", "v_api_invoice"),
  PAYMENTS("payments", "payments", "v_api_payment"),
  PRODUCTION_BATCHES("production-batches", "production", "v_api_batch"),
  STOCK_COUNTS("stock-counts", "stock-counts", "v_api_count"),
  STOCK_MOVEMENTS("stock-movements", "stock-movements", "v_api_movement");

  private final String segment;
  private final String document;
  private final String view;

  DocumentKind(String segment, String document, String view) {
    this.segment = segment;
    this.document = document;
    this.view = view;
  }

  /** The one at whose address the call was made. */
  static DocumentKind of(Call call) {
    String path = call.request().getRequestURI().substring(Crossing.BASE.length());
    String segment = Address.split(path).get(0);
    return Arrays.stream(values())
        .filter(kind -> kind.segment.equals(segment))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no documents at " + segment));
  }

  /** Whether its documents have amounts with and without tax. */
  boolean hasTotals() {
    return this == ORDERS || this == INVOICES;
  }

  /** Whether it goes by an id of the hub, having no number of its own. */
  boolean isEntry() {
    return this == PAYMENTS || this == STOCK_MOVEMENTS;
  }

  /** That statement about its view. */
  String from(String statement) {
    return statement.replace("{view}", view);
  }

  /** Its first part of the address. */
  String segment() {
    return segment;
  }

  /** The kind's name inside the hub, as its drop folder's. */
  String document() {
    return document;
  }
}
