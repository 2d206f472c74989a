package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.KnownProducts;
import dz.manchengo.hub.catalog.NameKey;
import dz.manchengo.hub.catalog.ProductMatch;
import dz.manchengo.hub.documents.Invoice;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Products known by their code alone get the name that a later line gives (MDM-033). */
final class ProductNames {
  private final KnownProducts products;
  private final Set<Long> named = new HashSet<>();

  ProductNames(KnownProducts products) {
    this.products = products;
  }

  /** A line that names a product which has no name. */
  private record Naming(Pending document, Invoice.Line line, ProductMatch product) {
    String name() {
      return String.valueOf(line.description());
    }

    void tell(String rule, Object... params) {
      document.tell(rule, line.place(), "description", name(), params);
    }
  }

  /**
   * Names them, each once, and says so.
   *
   * @param match whom a line means, as far as it is known
   */
  void give(
      List<? extends Pending> documents, Function<Invoice.Line, @Nullable ProductMatch> match) {
    Map<Long, Naming> namings = new LinkedHashMap<>();
    for (Pending document : documents) {
      for (Invoice.Line line : document.content()) {
        ProductMatch product = match.apply(line);
        if (product != null && isNamed(line, product) && !named.contains(product.id())) {
          namings.putIfAbsent(product.id(), new Naming(document, line, product));
        }
      }
    }
    if (namings.isEmpty()) {
      return;
    }
    tell(namings);
    SortedMap<Long, String> names = new TreeMap<>();
    namings.forEach((id, naming) -> names.put(id, naming.name()));
    products.giveNames(names);
    named.addAll(names.keySet());
  }

  private static boolean isNamed(Invoice.Line line, ProductMatch product) {
    String name = line.description();
    return product.nameless()
        && product.how() == ProductMatch.How.CODE
        && line.productCode() != null
        && name != null
        && !NameKey.of(name).equals(NameKey.of(product.code()));
  }

  private void tell(Map<Long, Naming> namings) {
    Map<String, List<String>> called =
        products.called(namings.values().stream().map(Naming::name).toList());
    for (Naming naming : namings.values()) {
      String code = naming.product().code();
      String name = naming.name();
      naming.tell("MDM-033", "code", code, "name", name);
      called.getOrDefault(NameKey.of(name), List.of()).stream()
          .filter(KnownProducts::isMadeForName)
          .findFirst()
          .ifPresent(
              other ->
                  naming.tell(
                      "MDM-036",
                      "entity",
                      "reason.entity.product",
                      "code",
                      code,
                      "name",
                      name,
                      "other",
                      other));
    }
  }
}
