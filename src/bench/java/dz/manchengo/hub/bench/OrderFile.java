package dz.manchengo.hub.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order file as a French accounting program exports it: windows-1252, semicolons, decimal comma,
 * day first.
 */
final class OrderFile {
  static final Charset CHARSET = Charset.forName("windows-1252");
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** One order in so many has a line that refuses it. */
  private static final int REFUSED = 100;

  private static final List<String> FAULTS = List.of("douze", "1,5,5", "#N/A");

  private OrderFile() {}

  /** A file of at least so many lines, of which one order in a hundred is refused. */
  static Path write(Path file, String prefix, long seed, int lines) throws IOException {
    return write(file, prefix, seed, lines, true);
  }

  /** The same file without the orders that are refused. */
  static Path writeAccepted(Path file, String prefix, long seed, int lines) throws IOException {
    return write(file, prefix, seed, lines, false);
  }

  private static Path write(Path file, String prefix, long seed, int lines, boolean faulty)
      throws IOException {
    Orders orders = new Orders(prefix, seed);
    try (Writer out =
        new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), CHARSET), 1 << 16)) {
      out.write(OrderLine.HEADER + "\r\n");
      int written = 0;
      for (int order = 1; written < lines; order++) {
        List<OrderLine> next = orders.next();
        written += next.size();
        boolean refused = order % REFUSED == 0;
        if (!refused || faulty) {
          write(out, next, refused ? FAULTS.get(order / REFUSED % FAULTS.size()) : null);
        }
      }
    }
    return file;
  }

  /** The fault stands in place of the last line's price. */
  private static void write(
      Writer out, List<OrderLine> lines, @Nullable String fault)
      throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      boolean wrong = fault != null && i == lines.size() - 1;
      String price = wrong ? fault : line.price().toString().replace('.', ',');
      out.write(
          String.join(
              ";",
              line.number(),
              DAY.format(line.date()),
              line.customer(),
              line.customerName(),
              line.product(),
              line.description(),
              line.quantity().toString(),
              line.unit(),
              price,
              line.vatRate() + "\r\n"));
    }
  }
}
