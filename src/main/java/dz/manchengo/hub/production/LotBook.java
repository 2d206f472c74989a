package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.stock.BatchLots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lots that a portion of batches speaks of: what the tables know, and what it makes itself. */
final class LotBook {
  private final Map<String, List<Entry>> byCode = new HashMap<>();

  /**
   * A lot.
   *
   * @param lotId null for one that this file makes
   */
  record Entry(
      @Nullable Long lotId,
      long productId,
      String productCode,
      @Nullable Long supplierId,
      @Nullable LocalDate dlc,
      String status) {}

  LotBook(Collection<BatchLots.Known> known) {
    for (BatchLots.Known lot : known) {
      add(
          lot.lotCodeNorm(),
          new Entry(
              lot.lotId(),
              lot.productId(),
              lot.productCode(),
              lot.supplierId(),
              lot.dlc(),
              lot.status()));
    }
  }

  /** A lot that this file makes, or says more of. */
  void made(String code, Entry lot) {
    String norm = DocumentNumber.norm(code);
    List<Entry> lots = byCode.computeIfAbsent(norm, k -> new ArrayList<>());
    lots.removeIf(l -> l.productId() == lot.productId() && l.supplierId() == null);
    lots.add(lot);
  }

  private void add(String norm, Entry lot) {
    byCode.computeIfAbsent(norm, k -> new ArrayList<>()).add(lot);
  }

  /** Of whatever product. */
  List<Entry> named(String code) {
    return byCode.getOrDefault(DocumentNumber.norm(code), List.of());
  }

  /** Of one product; suppliers may number alike. */
  List<Entry> of(long product, String code) {
    return named(code).stream().filter(lot -> lot.productId() == product).toList();
  }

  /** Our own lot of that product; null when nobody has heard of it. */
  @Nullable Entry own(long product, String code) {
    return of(product, code).stream()
        .filter(lot -> lot.supplierId() == null)
        .findFirst()
        .orElse(null);
  }
}
