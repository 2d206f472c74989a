package dz.manchengo.hub.partner;

import java.util.Arrays;

/** The documents that programs send, by their addresses. */
enum DocumentKind {
  ORDERS("orders", "orders"),
  INVOICES("invoices", "invoices"),
  PAYMENTS("payments", "payments"),
  PRODUCTION_BATCHES("production-batches", "production"),
  STOCK_COUNTS("stock-counts", "stock-counts"),
  STOCK_MOVEMENTS("stock-movements", "stock-movements");

  private final String segment;
  private final String document;

  DocumentKind(String segment, String document) {
    this.segment = segment;
    this.document = document;
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

  /** Its first part of the address. */
  String segment() {
    return segment;
  }

  /** The kind's name inside the hub, as its drop folder's. */
  String document() {
    return document;
  }
}
