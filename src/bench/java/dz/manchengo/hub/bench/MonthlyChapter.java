package dz.manchengo.hub.bench;

import static dz.manchengo.hub.bench.Bench.OUT;

import java.util.List;

/**
 * All reports of one month, one after the other, by a hub at {@code -Xmx512m} whose tables hold two
 * years: the lines are those of invoices, five each, one in five a purchase; beside them payments,
 * orders and the movements of stock.
 */
record MonthlyChapter(int lines) {
  private static final int LINES_EACH = 5;
  private static final String FIRST_DAY = "2024-11-01";
  private static final int DAYS = 730;
  private static final String BUSINESS_DATE = "2026-11-05";

  private static final List<String> REPORTS =
      List.of(
          "report-vat-journal",
          "report-sales",
          "report-aged-receivables",
          "report-stamp-duty",
          "report-numbering",
          "report-intake-quality",
          "report-stock-valuation",
          "report-expiring-lots",
          "report-order-book",
          "report-production-yield",
          "report-supplier-statement",
          "report-customer-statement");

  void run() throws Exception {
    try (HubJar hub = HubJar.start("512m")) {
      fill(hub.database());
      hub.database().checkpoint();
      // each night's, not the month's: the first of a hub runs through the whole ledger
      OUT.printf("%-28s %s%n", "value-stock", Run.of(hub, () -> hub.command("job", "value-stock")));
      double all = 0;
      for (String report : REPORTS) {
        Run run =
            Run.of(hub, () -> hub.command("job", report, "--business-date", BUSINESS_DATE));
        OUT.printf("%-28s %s%n", report, run);
        all += run.seconds();
      }
      OUT.printf(
          "%,d invoice lines: all reports in %.0f s (bar: 300 s of 5,000,000)%n", lines, all);
      OUT.printf("peak memory of the hub at -Xmx512m: %d MB%n", hub.peakMegabytes());
    }
  }

  private void fill(Database database) throws Exception {
    int invoices = lines / LINES_EACH;
    database.run(
        "hub",
        "INSERT INTO submission (channel, delivery, folder, original_name, status, acknowledgement)"
            + " VALUES ('DROP', 'bench', 'invoices', 'bench.csv', 'REJECTED', 'bench')",
        "INSERT INTO warehouse (code, name, name_norm, kind) SELECT 'B' || w, 'Bench ' || w, 'BENCH ' || w, 'FINISHED'"
            + " FROM generate_series(0, 4) w",
        """
        INSERT INTO party (party_code, name, name_norm, nif)
        SELECT 'BC' || c, 'Client ' || c, 'CLIENT ' || c, lpad((100000000000000 + c)::text, 15, '0') FROM generate_series(0, 3000) c
        """,
        """
        INSERT INTO product (product_code, name, name_norm, product_type, base_uom)
        SELECT 'BP' || p, 'Produit ' || p, 'PRODUIT ' || p, CASE p % 4 WHEN 0 THEN 'MP' ELSE 'PF' END, 'KG' FROM generate_series(0, 499) p
        """,
        """
        INSERT INTO lot (product_id, lot_code, lot_code_norm, made_on, dlc, submission_id)
        SELECT p.product_id, 'BL' || k, 'BL' || k, date '%1$s' + k / 10, date '%1$s' + k / 10 + 60, s.id
        FROM submission s, generate_series(0, %2$d) k JOIN product p ON p.product_code = 'BP' || (k %% 500)
        """
            .formatted(FIRST_DAY, DAYS * 10 - 1),
        // one in five from a supplier, who is a party above 2,500
        """
        CREATE TABLE bench_invoice AS
        SELECT n, n %% 5 = 0 AS bought, date '%1$s' + (n::bigint * %2$d / %3$d)::int AS day, c.party_id AS other, h.party_id AS house, s.id AS submission_id
        FROM generate_series(0, %4$d) n
        JOIN party c ON c.party_code = 'BC' || CASE n %% 5 WHEN 0 THEN 2501 + n / 5 %% 500 ELSE 1 + n %% 2500 END
        CROSS JOIN (SELECT party_id FROM party WHERE party_code = 'BC0') h CROSS JOIN submission s
        """
            .formatted(FIRST_DAY, DAYS, invoices, invoices - 1),
        """
        INSERT INTO invoice (direction, invoice_no, invoice_no_norm, invoice_no_loose, fiscal_year, series, seq_no, kind, status, content_hash,
                             totals_status, invoice_date, due_date, issuer_id, receiver_id, payment_method, comp_ht, comp_vat, comp_ttc, comp_net,
                             submission_id, source_row)
        SELECT CASE WHEN bought THEN 'PURCHASE' ELSE 'SALE' END, 'BF-' || n, document_number('BF-' || n), 'BF' || n, extract(year FROM day),
               CASE WHEN NOT bought THEN 'BF' END, CASE WHEN NOT bought THEN n END, 'INVOICE', CASE WHEN n % 10 < 8 THEN 'PAID' ELSE 'VALIDATED' END,
               repeat('0', 64), 'EXACT', day, day + 30, CASE WHEN bought THEN other ELSE house END, CASE WHEN bought THEN house ELSE other END,
               CASE n % 3 WHEN 0 THEN 'CHEQUE' ELSE 'VIREMENT' END, 5000, 950, 5950, 5950, submission_id, n
        FROM bench_invoice
        """,
        """
        INSERT INTO invoice_line (invoice_id, line_no, product_id, description, qty, uom_code, qty_base, unit_price_ht, vat_rate, line_ht, source_row)
        SELECT i.invoice_id, l, p.product_id, 'Bench', 10, 'KG', 10, 100, 19, 1000, l
        FROM invoice i, generate_series(1, %d) l, product p
        WHERE p.product_code = 'BP' || ((i.source_row + l * 7) %% 500)
        """
            .formatted(LINES_EACH),
        "INSERT INTO invoice_vat (invoice_id, vat_rate, base, vat) SELECT invoice_id, 19, 5000, 950 FROM invoice",
        """
        INSERT INTO payment (invoice_id, paid_on, amount, method, idempotency_key, submission_id, source_row)
        SELECT invoice_id, invoice_date + 20, 5950, 'CHEQUE', 'bench:' || invoice_id, submission_id, source_row FROM invoice WHERE status = 'PAID'
        """,
        """
        INSERT INTO sales_order (order_no, order_no_norm, content_hash, customer_id, order_date, requested_date, status, comp_total_ht, comp_total_ttc,
                                 totals_status, line_fingerprint, submission_id, source_row)
        SELECT 'BO-' || n, document_number('BO-' || n), repeat('0', 64), other, day - 5, day, 'CONFIRMED', 5000, 5950, 'EXACT', n, submission_id, n
        FROM bench_invoice WHERE NOT bought AND n % 5 = 1
        """,
        """
        INSERT INTO sales_order_line (order_id, line_no, product_id, qty, uom_code, qty_base, unit_price_ht, vat_rate, line_ht, source_row)
        SELECT o.order_id, l, p.product_id, 10, 'KG', 10, 100, 19, 1000, l
        FROM sales_order o, generate_series(1, 5) l, product p WHERE p.product_code = 'BP' || ((o.source_row + l * 7) % 500)
        """,
        """
        INSERT INTO stock_movement (effective_at, product_id, lot_id, warehouse_id, origin, qty_base, unit_cost, value, ref_type, ref_no,
                                    idempotency_key, submission_id, source_row)
        SELECT l.made_on + d * interval '1 day' + interval '8 hours', l.product_id, l.lot_id, w.warehouse_id,
               CASE d WHEN 0 THEN 'RECEPTION' ELSE 'VENTE' END, q, CASE d WHEN 0 THEN 70 END, CASE d WHEN 0 THEN 70 * q END, 'MOVEMENT',
               'BM-' || l.lot_id || '-' || d, 'bench:' || l.lot_id || ':' || d, l.submission_id, 1
        FROM lot l JOIN warehouse w ON w.code = 'B' || (l.lot_id % 5), generate_series(0, 50) d,
             LATERAL (SELECT CASE d WHEN 0 THEN 1000 ELSE -19 END AS q) v
        """,
        "ANALYZE");
    OUT.printf("%,d invoices, %,d movements%n", invoices, DAYS * 10 * 51);
  }
}
