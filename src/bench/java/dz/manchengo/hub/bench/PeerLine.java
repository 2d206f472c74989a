package dz.manchengo.hub.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.item.file.transform.FieldSet;

/** One line as the tables want it; the names are those of the peer's SQL parameters. */
record PeerLine(
    long orderId,
    String orderNo,
    int lineNo,
    long customerId,
    LocalDate orderDate,
    long productId,
    String productCode,
    String description,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal vatRate,
    BigDecimal lineHt,
    int sourceRow) {

  /** Makes lines of fields, nothing checked; knows all customers and products by heart. */
  static final class Mapping {
    private final Map<String, Long> customers;
    private final Map<String, Long> products;
    private final Map<String, Long> orders = new HashMap<>();
    private String number = "";
    private int line;
    private int row = 1;

    Mapping(Map<String, Long> customers, Map<String, Long> products) {
      this.customers = customers;
      this.products = products;
    }

    PeerLine map(FieldSet fields) {
      String no = fields.readString(0);
      line = no.equals(number) ? line + 1 : 1;
      number = no;
      BigDecimal quantity = number(fields.readString(6));
      BigDecimal price = number(fields.readString(8));
      return new PeerLine(
          orders.computeIfAbsent(no, unseen -> orders.size() + 1L),
          no,
          line,
          customers.getOrDefault(fields.readString(2), 0L),
          LocalDate.parse(fields.readString(1), OrderFile.DAY),
          products.getOrDefault(fields.readString(4), 0L),
          fields.readString(4),
          fields.readString(5),
          quantity,
          price,
          number(fields.readString(9)),
          quantity.multiply(price),
          ++row);
    }

    private static BigDecimal number(String text) {
      return new BigDecimal(text.replace(',', '.'));
    }
  }
}
