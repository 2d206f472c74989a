package dz.manchengo.hub.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What no program can beat: the rows that the hub made, split and resolved already, by COPY in one
 * transaction through the same driver into empty tables of the same shape.
 */
final class Limit {
  private static final String ORDERS =
      "order_id, order_no, order_no_norm, revision, supersedes_id, content_hash, customer_id,"
          + " customer_ref, order_date, requested_date, status, cancel_reason, salesperson, note,"
          + " decl_total_ht, decl_total_ttc, comp_total_ht, comp_total_ttc, totals_status,"
          + " line_fingerprint, submission_id, source_sheet, source_row";
  private static final String LINES =
      "order_id, line_no, product_id, raw_product_code, description, qty, uom_code, qty_base,"
          + " unit_price_ht, discount_pct, discount_amount, vat_rate, decl_line_ht, line_ht,"
          + " requested_date, source_sheet, source_row";

  private final Database database;
  private final OrderTablesCopy tables;
  private final Path orders;
  private final Path lines;

  /** Takes over what the hub has posted so far. */
  Limit(Database database, Path folder) throws SQLException, IOException {
    this.database = database;
    this.tables = OrderTablesCopy.make(database, "bench_limit");
    this.orders = folder.resolve("orders.copy");
    this.lines = folder.resolve("lines.copy");
    try (Connection connection = database.connect("hub")) {
      write(connection, "SELECT " + ORDERS + " FROM sales_order ORDER BY order_id", orders);
      String query = "SELECT " + LINES + " FROM sales_order_line ORDER BY order_id, line_no";
      write(connection, query, lines);
    }
  }

  private static void write(Connection connection, String query, Path file)
      throws SQLException, IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      copy(connection).copyOut("COPY (" + query + ") TO STDOUT", out);
    }
  }

  Run run(HubJar hub) throws Exception {
    tables.clear();
    try (Connection connection = database.connect(tables.schema())) {
      return Run.of(hub, () -> load(connection));
    }
  }

  private void load(Connection connection) throws SQLException, IOException {
    connection.setAutoCommit(false);
    read(connection, "COPY sales_order (" + ORDERS + ") FROM STDIN", orders);
    read(connection, "COPY sales_order_line (" + LINES + ") FROM STDIN", lines);
    connection.commit();
  }

  private static void read(Connection connection, String statement, Path file)
      throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      copy(connection).copyIn(statement, in, 1 << 16);
    }
  }

  private static CopyManager copy(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
