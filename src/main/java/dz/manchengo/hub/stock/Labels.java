package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.KnownHeaders;

/** Fields in the words of the file. */
final class Labels {
  private Labels() {}

  /** The header of the field's column, or its most usual one where the file has no such column. */
  static String of(StockRow row, String field) {
    String header = row.raw.headers().get(field);
    return header == null ? KnownHeaders.label(field) : header.strip();
  }
}
