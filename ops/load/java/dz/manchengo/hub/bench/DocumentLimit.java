package dz.manchengo.hub.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server alone can do: pgbench inserts the same rows as an order by the API does, into the
 * same tables, one commit a document, 50 clients.
 */
record DocumentLimit(Database database) {
  private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");
  private static final Pattern LATENCY = Pattern.compile("latency average = ([\\d.]+) ms");

  /**
   * What it did.
   *
   * @param rate documents a second
   * @param milliseconds mean from the first statement of a document to its commit
   */
  record Measured(double rate, double milliseconds) {}

  Measured measure(Path folder, int seconds) throws Exception {
    Path script = Files.writeString(folder.resolve("limit.sql"), script());
    URI url = URI.create(database.url().substring("jdbc:".length()));
    ProcessBuilder pgbench =
        new ProcessBuilder(
                "pgbench", "-n", "-M", "prepared", "-c", "50", "-j", "2", "-T", seconds + "", "-f",
                script.toString(), "-h", url.getHost(), "-p", url.getPort() + "", "-U", "hub", "hub")
            .redirectErrorStream(true);
    pgbench.environment().put("PGPASSWORD", database.password());
    pgbench.environment().put("PGOPTIONS", "-c search_path=hub");
    Process process = pgbench.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return new Measured(number(RATE, said), number(LATENCY, said));
  }

  private static double number(Pattern pattern, String said) {
    Matcher found = pattern.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException(said);
    }
    return Double.parseDouble(found.group(1));
  }

  /** The rows of the last order that the API posted, with names of their own. */
  private String script() throws SQLException, IOException {
    String order = "(SELECT max(order_id) FROM sales_order WHERE order_no LIKE 'LOAD-%')";
    String submission = "(SELECT submission_id FROM sales_order WHERE order_id = " + order + ")";
    String sha = "encode(sha256(cast('p' || :n AS bytea)), 'hex')";
    return String.join(
        "\n",
        "\\set n random(1, 9000000000000000)",
        "BEGIN;",
        insert(
            "content",
            "sha256 = (SELECT sha256 FROM submission WHERE id = " + submission + ")",
            Map.of("sha256", sha),
            ";"),
        insert(
            "submission",
            "id = " + submission,
            Map.of(
                "sha256", sha, "delivery", "'pgbench|' || :n", "acknowledgement", "'p' || :n",
                "reference", "gen_random_uuid()"),
            " RETURNING id AS submission \\gset"),
        insert(
            "sales_order",
            "order_id = " + order,
            Map.of(
                "order_no", "'P' || :n",
                "order_no_norm", "'P' || :n",
                "submission_id", ":submission"),
            " RETURNING order_id AS order_id \\gset"),
        insert("sales_order_line", "order_id = " + order, Map.of("order_id", ":order_id"), ";"),
        insert(
            "idempotency_key",
            "key = (SELECT substr(order_no, 6) FROM sales_order WHERE order_id = " + order + ")",
            Map.of("key", "'p' || :n"),
            ";"),
        "COMMIT;",
        "");
  }

  private String insert(String table, String where, Map<String, String> own, String end)
      throws SQLException {
    List<String> columns = columns(table, "attname");
    List<String> types = columns(table, "format_type(atttypid, atttypmod)");
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String given = own.get(columns.get(i));
      String value =
          given == null ? literal(columns.get(i)) : "'" + given.replace("'", "''") + "'";
      values.add("'cast(' || " + value + " || ' AS " + types.get(i) + ")'");
    }
    List<String> rows =
        database.list(
            "hub",
            "SELECT '(' || %s || ')' FROM %s WHERE %s"
                .formatted(String.join(" || ', ' || ", values), table, where));
    if (rows.isEmpty()) {
      throw new IllegalStateException("no row of " + table + " to take as a model");
    }
    return "INSERT INTO %s (%s) VALUES %s%s"
        .formatted(table, String.join(", ", columns), String.join(", ", rows), end);
  }

  /** pgbench would take what follows a colon for a variable, and each line for a statement. */
  private static String literal(String column) {
    return "replace(replace(quote_nullable(%s::text), ':', ''' || chr(58) || '''), E'\\n', ' ')"
        .formatted(column);
  }

  private List<String> columns(String table, String what) throws SQLException {
    return database.list(
        "hub",
        "SELECT %s FROM pg_attribute WHERE attrelid = 'hub.%s'::regclass AND attnum > 0"
                .formatted(what, table)
            + " AND NOT attisdropped AND attgenerated = '' AND attidentity = '' ORDER BY attnum");
  }
}
