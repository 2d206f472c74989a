package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.platform.ContentHash;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether two files give the same order (§3.3): SHA-256 over its fields in a fixed order, each
 * between separators, decimals without superfluous zeros, lines sorted.
 *
 * <p>Left out: where it stood in its file, the number of a line, its note, and the status with its
 * reason, which move on while the order stays what it is and are compared by themselves.
 */
final class OrderFingerprint {
  private static final char END = '\u001f';
  private static final char END_OF_LINE = '\u001e';

  private OrderFingerprint() {}

  static String sha256(Order order) {
    MessageDigest digest = ContentHash.newDigest();
    digest.update(canonical(order).getBytes(StandardCharsets.UTF_8));
    return ContentHash.of(digest).hex();
  }

  static String canonical(Order order) {
    StringBuilder text = new StringBuilder(128 + 96 * order.lines().size());
    add(text, DocumentNumber.norm(order.number()));
    add(text, order.date());
    add(text, order.requestedDate());
    add(text, order.customerRef());
    PartyMention party = order.party();
    add(text, party.code());
    add(text, party.name());
    add(text, party.nif());
    BigDecimal only = onlyFigure(order);
    add(text, only == null ? order.declared().ht() : only);
    add(text, order.declared().ttc());
    addLines(text, order.lines(), only == null);
    return text.toString();
  }

  /**
   * The amount of an order of one line, as line or as total: which of both a file's column means
   * depends on its other documents (§7.2).
   */
  private static @Nullable BigDecimal onlyFigure(Order order) {
    if (order.lines().size() != 1 || order.declared().ht() != null) {
      return null;
    }
    return order.lines().get(0).content().declaredHt();
  }

  private static void addLines(StringBuilder text, List<Order.Line> lines, boolean amounts) {
    String[] all = new String[lines.size()];
    StringBuilder one = new StringBuilder(96);
    for (int i = 0; i < all.length; i++) {
      one.setLength(0);
      addLine(one, lines.get(i), amounts);
      all[i] = one.toString();
    }
    Arrays.sort(all);
    for (String line : all) {
      text.append(line).append(END_OF_LINE);
    }
  }

  private static void addLine(StringBuilder text, Order.Line line, boolean amount) {
    Invoice.Line content = line.content();
    add(text, content.productCode());
    add(text, content.description());
    add(text, content.keptQuantity());
    add(text, content.uom());
    add(text, content.unitPriceHt());
    add(text, content.discountPct());
    add(text, content.discountAmount());
    add(text, line.rateGiven() ? content.vatRate() : null);
    add(text, amount ? content.declaredHt() : null);
    add(text, line.requestedDate());
  }

  /**
   * The same for all orders of the same products and quantities (ORD-012): a sum, so that the order
   * of lines makes no difference.
   */
  static long ofLines(List<Invoice.Line> content, List<ResolvedLine> resolved) {
    long sum = content.size();
    StringBuilder text = new StringBuilder(32);
    for (int i = 0; i < content.size(); i++) {
      ResolvedLine line = resolved.get(i);
      text.setLength(0);
      add(text, line.qtyBase() == null ? content.get(i).keptQuantity() : line.qtyBase());
      text.append(line.qtyBase() == null ? line.uom() : "");
      sum += mixed(line.productId() * 0x9E3779B97F4A7C15L + hash(text));
    }
    return sum;
  }

  private static long hash(CharSequence text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return hash;
  }

  /** Every bit of the value moves about half of the result's bits (splitmix64). */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static void add(StringBuilder text, @Nullable Object value) {
    if (value instanceof BigDecimal number) {
      addPlain(text, number);
    } else if (value != null) {
      text.append(value.toString().strip());
    }
    text.append(END);
  }

  /** {@code 12.50} and {@code 12.5} are one; the text is cached by the number itself. */
  private static void addPlain(StringBuilder text, BigDecimal number) {
    String plain = number.toString();
    if (number.scale() == 0) {
      text.append(plain);
      return;
    }
    if (number.scale() < 0 || plain.indexOf('E') >= 0) {
      text.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
      return;
    }
    int end = plain.length();
    while (plain.charAt(end - 1) == '0') {
      end--;
    }
    text.append(plain, 0, plain.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
