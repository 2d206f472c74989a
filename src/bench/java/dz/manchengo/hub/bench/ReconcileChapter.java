package dz.manchengo.hub.bench;

import static dz.manchengo.hub.bench.Bench.OUT;

import java.util.List;

/**
 * {@code reconcile-stock} over counts of ten warehouses: 200,000 products with lots, 25 movements of
 * each, each counted once and one in twenty short, at {@code -Xmx512m}, workbooks included.
 */
record ReconcileChapter(int lots, int runs) {
  private static final int WAREHOUSES = 10;
  private static final int PRODUCTS = 2_000;

  void run() throws Exception {
    try (HubJar hub = HubJar.start("512m")) {
      Database database = hub.database();
      fill(database);
      OUT.printf("%,d lots, %,d movements%n", lots, 25L * lots);
      // each night's; the first of a hub runs through the whole ledger
      OUT.printf("value      %s%n", Run.of(hub, () -> hub.command("job", "value-stock")));
      for (int i = 0; i < runs; i++) {
        database.checkpoint();
        Run run = Run.of(hub, () -> hub.command("job", "reconcile-stock", "--again"));
        OUT.printf("reconcile  %s (bar: 60 s)%n", run);
        OUT.printf("  %s%n", String.join(", ", steps(database)));
      }
    }
  }

  private static List<String> steps(Database database) throws Exception {
    return database.list(
        "hub",
        """
        SELECT step_name || ' ' || round(extract(epoch FROM end_time - start_time)::numeric, 1)
        FROM batch_step_execution
        WHERE step_name NOT LIKE '%:%'
          AND job_execution_id = (SELECT max(job_execution_id) FROM batch_step_execution)
        ORDER BY step_execution_id
        """);
  }

  private void fill(Database database) throws Exception {
    database.run(
        "hub",
        "INSERT INTO submission (channel, delivery, folder, original_name, status, acknowledgement)"
            + " VALUES ('DROP', 'bench', 'stock-movements', 'bench.csv', 'REJECTED', 'bench')",
        """
        INSERT INTO warehouse (code, name, name_norm, kind)
        SELECT 'B' || w, 'Bench ' || w, 'BENCH ' || w, 'FINISHED' FROM generate_series(0, %d) w
        """
            .formatted(WAREHOUSES - 1),
        """
        INSERT INTO product (product_code, name, name_norm, product_type, base_uom)
        SELECT 'BP' || p, 'Produit ' || p, 'PRODUIT ' || p, 'PF', 'KG' FROM generate_series(0, %d) p
        """
            .formatted(PRODUCTS - 1),
        """
        INSERT INTO lot (product_id, lot_code, lot_code_norm, submission_id)
        SELECT p.product_id, 'L' || k, 'L' || k, s.id
        FROM submission s, generate_series(0, %d) k JOIN product p ON p.product_code = 'BP' || (k / %d %% %d)
        """
            .formatted(lots - 1, WAREHOUSES, PRODUCTS),
        """
        CREATE TABLE bench_lot AS
        SELECT substr(l.lot_code, 2)::int AS k, l.product_id, l.lot_id, w.warehouse_id, l.submission_id
        FROM lot l JOIN warehouse w ON w.code = 'B' || (substr(l.lot_code, 2)::int %% %d)
        """
            .formatted(WAREHOUSES),
        """
        INSERT INTO stock_movement (effective_at, product_id, lot_id, warehouse_id, origin, qty_base, unit_cost, value,
                                    ref_type, ref_no, idempotency_key, submission_id, source_row)
        SELECT '2026-01-01 08:00+01'::timestamptz + n * interval '3 days', product_id, lot_id, warehouse_id,
               CASE n WHEN 0 THEN 'RECEPTION' ELSE 'VENTE' END, q, 10, 10 * q, 'MOVEMENT',
               CASE n WHEN 0 THEN 'BR-' ELSE 'BL-' END || k % 5000 || '-' || n, 'bench:' || k || ':' || n, submission_id, 1
        FROM generate_series(0, 24) n, bench_lot,
             LATERAL (SELECT CASE n WHEN 0 THEN 1000 ELSE -(1 + (k + n) % 20) END AS q) v
        """,
        """
        INSERT INTO count_session (session_no, session_no_norm, warehouse_id, cutoff_at, status, opened_by)
        SELECT 'BENCH-' || code, document_number('BENCH-' || code), warehouse_id, '2026-04-30 18:00+01', 'COUNTING', 'bench'
        FROM warehouse WHERE name LIKE 'Bench %'
        """,
        """
        INSERT INTO count_line (session_id, product_id, lot_id, book_qty, submission_id, source_row)
        SELECT session_id, product_id, lot_id, 0, b.submission_id, k FROM bench_lot b JOIN count_session USING (warehouse_id)
        """,
        """
        INSERT INTO count_entry (line_id, pass_no, qty, counted_by, counted_at, submission_id, source_row)
        SELECT l.line_id, 1, m.qty - CASE WHEN l.line_id % 20 = 0 THEN 3 ELSE 0 END, 'Ali', '2026-04-30 18:00+01',
               l.submission_id, l.source_row
        FROM count_line l JOIN (SELECT lot_id, sum(qty_base) AS qty FROM stock_movement GROUP BY 1) m USING (lot_id)
        """,
        "ANALYZE stock_movement, lot, count_line, count_entry");
  }
}
