package dz.manchengo.hub.bench;

import java.sql.SQLException;
import java.util.List;

/**
 * Empty tables in a schema of their own with the keys, foreign keys, checks and indexes of the hub's
 * order tables.
 */
record OrderTablesCopy(Database database, String schema) {
  static OrderTablesCopy make(Database database, String schema) throws SQLException {
    database.run(
        "hub",
        "CREATE SCHEMA " + schema,
        "CREATE TABLE %s.sales_order (LIKE hub.sales_order INCLUDING ALL)".formatted(schema),
        "CREATE TABLE %s.sales_order_line (LIKE hub.sales_order_line INCLUDING ALL)"
            .formatted(schema));
    OrderTablesCopy copy = new OrderTablesCopy(database, schema);
    copy.addForeignKeys();
    return copy;
  }

  /** LIKE leaves them out. Order tables are found in the own schema, all others in the hub's. */
  private void addForeignKeys() throws SQLException {
    List<String> keys =
        database.list(
            "hub",
            "SELECT format('ALTER TABLE %I ADD ', conrelid::regclass) || pg_get_constraintdef(oid)"
                + " FROM pg_constraint WHERE contype = 'f' AND conrelid IN"
                + " ('sales_order'::regclass, 'sales_order_line'::regclass)");
    database.run(schema + ",hub", keys.toArray(String[]::new));
  }

  /** Without rows again, and nothing left to be written by the server. */
  void clear() throws SQLException {
    database.run(schema, "TRUNCATE sales_order, sales_order_line CASCADE");
    database.checkpoint();
  }
}
