package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.Map;

/**
 * The columns that the keys of one JSON file make. Programs that write objects of several versions
 * spell one field in several ways, {@code invoice_no} here and {@code invoiceNo} there: that is one
 * column, under the name that came first. Keys that name no field are left as they are.
 */
final class JsonKeys {
  private static final Aliases ALIASES = Aliases.load();

  private final Map<String, String> columns = new HashMap<>();
  private final Map<String, String> first = new HashMap<>();

  /** The column of that key, an inner one written {@code customer.code}. */
  String column(String key) {
    return columns.computeIfAbsent(key, this::found);
  }

  private String found(String key) {
    String words = HeaderName.normalise(HeaderName.parted(key));
    return ALIASES.isKnown(words) ? first.computeIfAbsent(words, name -> key) : key;
  }
}
