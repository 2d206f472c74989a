package dz.manchengo.hub.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Orders of a dairy, the same ones for the same seed: 1 to 19 lines each, ten on average. */
final class Orders {
  private static final int CUSTOMERS = 2_000;
  private static final int PRODUCTS = 300;
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 365;
  private static final List<String> KINDS =
      List.of("Crème fraîche", "Fromage frais", "Camembert", "Beurre doux", "Lait entier", "Râpé");

  private final String prefix;
  private final Random random;
  private int made;

  Orders(String prefix, long seed) {
    this.prefix = prefix;
    this.random = new Random(seed);
  }

  /** The lines of the next order. */
  List<OrderLine> next() {
    String number = "%s-%07d".formatted(prefix, ++made);
    LocalDate date = FIRST_DAY.plusDays(random.nextInt(DAYS));
    int customer = random.nextInt(CUSTOMERS);
    int first = random.nextInt(PRODUCTS);
    int size = 1 + random.nextInt(19);
    List<OrderLine> lines = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lines.add(line(number, date, customer, (first + i * 7) % PRODUCTS));
    }
    return lines;
  }

  private OrderLine line(String number, LocalDate date, int customer, int product) {
    return new OrderLine(
        number,
        date,
        "C-%05d".formatted(customer),
        "Épicerie n° " + customer,
        "PF-%04d".formatted(product),
        KINDS.get(product % KINDS.size()) + " modèle " + product,
        BigDecimal.valueOf(1 + random.nextInt(500)),
        "U",
        BigDecimal.valueOf(10_000 + product * 731L + random.nextInt(500), 2),
        product % 5 == 0 ? 9 : 19);
  }
}
