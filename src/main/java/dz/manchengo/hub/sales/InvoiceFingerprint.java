package dz.manchengo.hub.sales;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dz.manchengo.hub.catalog.NameKey;
import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Declared;
import dz.manchengo.hub.documents.Invoice.PaymentMethod;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether two files give the same invoice (§3.3): SHA-256 over JSON with sorted keys and plain
 * decimals.
 *
 * <p>Left out: where it stood in its file, the number of a line (readers count where the file does
 * not, and the order of export is nobody's correction) and the status, which moves on after an
 * invoice was issued while its content must not.
 */
final class InvoiceFingerprint {
  private static final JsonMapper JSON = new JsonMapper();

  private InvoiceFingerprint() {}

  static String sha256(Invoice invoice) {
    return hash(canonical(invoice));
  }

  /** Whether the hash was made of this content, in today's form or in one of those before it. */
  static boolean isOf(Invoice invoice, String hash) {
    return hash.equals(sha256(invoice))
        || Form.earlier(invoice).stream().anyMatch(f -> hash.equals(hash(canonical(invoice, f))));
  }

  /**
   * What one content may be written like.
   *
   * @param figures whether the printed amounts that follow from the lines count: one file has them
   *     and another has not, and they are compared on their own ({@link SameContent})
   * @param ht the invoice's total
   * @param ofOnlyLine the amount of its only line; where there are several they have their own
   * @param nameAsWritten capitals and accents were once another content
   */
  private record Form(
      boolean figures,
      @Nullable BigDecimal ht,
      @Nullable BigDecimal ofOnlyLine,
      boolean nameAsWritten) {

    /** A journal's figures are all that it has. */
    static Form today(Invoice invoice) {
      return new Form(invoice.lines().isEmpty(), invoice.declared().ht(), null, false);
    }

    /** Those that hashes were stored of: the amount of an only line was a line's or the total. */
    static List<Form> earlier(Invoice invoice) {
      BigDecimal figure = onlyFigure(invoice);
      BigDecimal ht = figure == null ? invoice.declared().ht() : figure;
      return List.of(
          new Form(true, ht, null, true),
          new Form(true, null, figure, true),
          new Form(true, ht, figure, true));
    }
  }

  private static String hash(String canonical) {
    try {
      byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String canonical(Invoice invoice) {
    return canonical(invoice, Form.today(invoice));
  }

  /** The amount of an invoice of one line, as line or as total; null where there are two. */
  private static @Nullable BigDecimal onlyFigure(Invoice invoice) {
    if (invoice.lines().size() != 1) {
      return null;
    }
    BigDecimal line = invoice.lines().get(0).declaredHt();
    BigDecimal total = invoice.declared().ht();
    boolean differ = line != null && total != null && line.compareTo(total) != 0;
    if (differ) {
      return null;
    }
    return line == null ? total : line;
  }

  private static String canonical(Invoice invoice, Form form) {
    Map<String, Object> json = new TreeMap<>();
    put(json, "direction", invoice.direction());
    put(json, "kind", invoice.kind());
    put(json, "doc_no", InvoiceIdentity.norm(invoice.number()));
    put(json, "doc_date", invoice.date());
    put(json, "due_date", invoice.dueDate());
    put(json, "payment_method", hashed(invoice.paymentMethod()));
    String original = invoice.originalNumber();
    put(json, "original_no", original == null ? null : InvoiceIdentity.norm(original));
    put(json, "order_no", invoice.orderNumber());
    put(json, "delivery_no", invoice.deliveryNumber());
    put(json, "global_discount", invoice.globalDiscount());
    json.put("party", party(invoice.party(), form.nameAsWritten()));
    json.put("declared", declared(invoice.declared(), form));
    json.put("lines", lines(invoice, form));
    return write(json);
  }

  /** Paid at once was once another method; who sends such an invoice again has changed nothing. */
  private static @Nullable PaymentMethod hashed(@Nullable PaymentMethod method) {
    return method == PaymentMethod.COMPTANT ? PaymentMethod.AUTRE : method;
  }

  private static Map<String, Object> party(PartyMention party, boolean asWritten) {
    Map<String, Object> json = new TreeMap<>();
    put(json, "code", party.code());
    String name = party.name();
    put(json, "name", name == null || asWritten ? name : NameKey.of(name));
    put(json, "nif", party.nif());
    put(json, "nis", party.nis());
    put(json, "rc", party.rc());
    put(json, "ai", party.ai());
    put(json, "address", party.address());
    return json;
  }

  private static Map<String, Object> declared(Declared declared, Form form) {
    Map<String, Object> json = new TreeMap<>();
    put(json, "stamp", declared.stamp());
    if (form.figures()) {
      put(json, "ht", form.ht());
      put(json, "vat", declared.vat());
      put(json, "ttc", declared.ttc());
      put(json, "net", declared.net());
      for (Invoice.RateTotal total : declared.byRate()) {
        put(json, "base_" + plain(total.rate()), total.base());
        put(json, "vat_" + plain(total.rate()), total.vat());
      }
    }
    return json;
  }

  private static List<String> lines(Invoice invoice, Form form) {
    boolean alone = onlyFigure(invoice) != null;
    return invoice.lines().stream()
        .map(line -> line(line, alone ? form.ofOnlyLine() : line.declaredHt(), form))
        .sorted()
        .toList();
  }

  private static String line(Invoice.Line line, @Nullable BigDecimal ht, Form form) {
    Map<String, Object> json = new TreeMap<>();
    put(json, "product_code", line.productCode());
    put(json, "description", line.description());
    put(json, "qty", line.keptQuantity());
    put(json, "uom", line.uom());
    put(json, "unit_price_ht", line.unitPriceHt());
    put(json, "discount_pct", line.discountPct());
    put(json, "discount_amount", line.discountAmount());
    put(json, "vat_rate", line.vatRate());
    put(json, "vat_exempt_reason", line.vatExemptReason());
    put(json, "line_ht", form.figures() ? ht : null);
    put(json, "lot_code", line.lotCode());
    return write(json);
  }

  /** What is not given leaves no key, and blank text is not given. */
  private static void put(Map<String, Object> json, String key, @Nullable Object value) {
    if (value == null) {
      return;
    }
    String text = value instanceof BigDecimal number ? plain(number) : tidy(value.toString());
    if (!text.isEmpty()) {
      json.put(key, text);
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  private static String write(Map<String, Object> json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
