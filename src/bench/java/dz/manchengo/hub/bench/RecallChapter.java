package dz.manchengo.hub.bench;

import static dz.manchengo.hub.bench.Bench.OUT;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code GET /lots/{code}/trace} through twelve levels of three lots each, and {@code
 * /lots/{code}/recall} of a lot among a million exits and as many invoiced lines of twenty
 * products, a tenth of them without a lot.
 */
record RecallChapter(int sales) {
  private static final int LEVELS = 12;
  private static final int PRODUCTS = 20;
  private static final int LOTS = 1_000;
  private static final int CALLS = 50;

  void run() throws Exception {
    try (HubJar hub = HubJar.start("512m")) {
      fill(hub.database());
      hub.database().checkpoint();
      String key = hub.key("bench", "lots:read");
      tell(hub, key, "BL0-1/trace?direction=forward", "trace forward", "50 ms");
      tell(hub, key, "BL" + LEVELS + "-2/trace?direction=back", "trace back", "50 ms");
      tell(hub, key, "BS500/recall", "recall", "2 s");
      tell(hub, key, "BL0-1/recall", "recall through the levels", "2 s");
    }
  }

  private static void tell(HubJar hub, String key, String what, String name, String bar)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub.url()).resolve("/api/v1/lots/" + what))
            .header("Authorization", "Bearer " + key)
            .build();
    List<Double> times = new ArrayList<>();
    int size = 0;
    for (int i = 0; i < CALLS; i++) {
      long begun = System.nanoTime();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      times.add((System.nanoTime() - begun) / 1e6);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
      size = answer.body().length();
    }
    double first = times.get(0);
    List<Double> sorted = times.stream().sorted().toList();
    OUT.printf(
        "%s  first %.1f ms, median %.1f ms, slowest %.1f ms, %,d characters (bar: %s)%n",
        name, first, sorted.get(CALLS / 2), sorted.get(CALLS - 1), size, bar);
  }

  void fill(Database database) throws Exception {
    database.run(
        "hub",
        "INSERT INTO submission (channel, delivery, folder, original_name, status, acknowledgement)"
            + " VALUES ('DROP', 'bench', 'production', 'bench.csv', 'REJECTED', 'bench')",
        "INSERT INTO warehouse (code, name, name_norm, kind) SELECT 'B' || w, 'Bench ' || w, 'BENCH ' || w, 'FINISHED'"
            + " FROM generate_series(0, 9) w",
        "INSERT INTO party (party_code, name, name_norm) SELECT 'BC' || c, 'Client ' || c, 'CLIENT ' || c"
            + " FROM generate_series(0, 500) c",
        """
        INSERT INTO product (product_code, name, name_norm, product_type, base_uom)
        SELECT 'BP' || p, 'Produit ' || p, 'PRODUIT ' || p, 'PF', 'KG' FROM generate_series(0, %d) p
        """
            .formatted(PRODUCTS),
        // the ladder, of one product more
        """
        INSERT INTO lot (product_id, lot_code, lot_code_norm, made_on, submission_id)
        SELECT p.product_id, 'BL' || l || '-' || i, document_number('BL' || l || '-' || i), '2026-01-01'::date + l, s.id
        FROM submission s, product p, generate_series(0, %1$d) l, generate_series(1, 3) i WHERE p.product_code = 'BP%2$d'
        """
            .formatted(LEVELS, PRODUCTS),
        """
        INSERT INTO production_batch (batch_no, batch_no_norm, content_hash, product_id, status, made_on, submission_id, source_row)
        SELECT 'BOF-' || l, 'BOF-' || l, repeat('0', 64), p.product_id, 'COMPLETED', '2026-01-01'::date + l, s.id, l
        FROM submission s, product p, generate_series(1, %1$d) l WHERE p.product_code = 'BP%2$d'
        """
            .formatted(LEVELS, PRODUCTS),
        """
        INSERT INTO batch_input (batch_id, line_no, product_id, lot_id, qty_used, uom_code, submission_id, source_row)
        SELECT b.batch_id, i, b.product_id, l.lot_id, 100, 'KG', b.submission_id, i
        FROM production_batch b, generate_series(1, 3) i
        JOIN lot l ON true WHERE l.lot_code = 'BL' || (b.source_row - 1) || '-' || i
        """,
        """
        INSERT INTO batch_output (batch_id, line_no, product_id, lot_id, qty, uom_code, submission_id, source_row)
        SELECT b.batch_id, i, b.product_id, l.lot_id, 100, 'KG', b.submission_id, i
        FROM production_batch b, generate_series(1, 3) i
        JOIN lot l ON true WHERE l.lot_code = 'BL' || b.source_row || '-' || i
        """,
        // lots that are sold through a year, one after the other
        """
        INSERT INTO lot (product_id, lot_code, lot_code_norm, made_on, submission_id)
        SELECT p.product_id, 'BS' || k, 'BS' || k, '2025-01-01'::date + k / 3, s.id
        FROM submission s, generate_series(0, %d) k JOIN product p ON p.product_code = 'BP' || (k %% %d)
        """
            .formatted(LOTS - 1, PRODUCTS),
        """
        INSERT INTO stock_movement (effective_at, product_id, lot_id, warehouse_id, origin, qty_base, ref_type, ref_no, idempotency_key,
                                    submission_id, source_row)
        SELECT l.made_on + interval '8 hours', l.product_id, l.lot_id, w.warehouse_id, 'PRODUCTION_IN', %1$d / %2$d * 9 / 10, 'MOVEMENT',
               'BOF-' || l.lot_code, 'bench:in:' || l.lot_code, l.submission_id, 1
        FROM lot l JOIN warehouse w ON w.code = 'B' || (substr(l.lot_code, 3)::int %% 10) WHERE l.lot_code LIKE 'BS%%'
        """
            .formatted(sales, LOTS),
        """
        CREATE TABLE bench_sale AS
        SELECT n, l.product_id, CASE WHEN n / %2$d %% 10 = 0 THEN NULL ELSE l.lot_id END AS lot_id, l.lot_code, l.made_on + (n / %2$d) %% 30 AS day,
               w.warehouse_id, l.submission_id, c.party_id
        FROM generate_series(0, %1$d) n JOIN lot l ON l.lot_code = 'BS' || (n %% %2$d)
        JOIN warehouse w ON w.code = 'B' || (n %% %2$d %% 10) JOIN party c ON c.party_code = 'BC' || (1 + n %% 500)
        """
            .formatted(sales - 1, LOTS),
        """
        INSERT INTO stock_movement (effective_at, product_id, lot_id, warehouse_id, origin, qty_base, ref_type, ref_no, idempotency_key,
                                    submission_id, source_row)
        SELECT day + interval '10 hours', product_id, lot_id, warehouse_id, 'VENTE', -1, 'MOVEMENT', 'BL-' || n, 'bench:out:' || n, submission_id, n
        FROM bench_sale
        """,
        """
        INSERT INTO invoice (direction, invoice_no, invoice_no_norm, invoice_no_loose, fiscal_year, kind, status, content_hash, totals_status, invoice_date, issuer_id,
                             receiver_id, delivery_no, comp_ht, comp_vat, comp_ttc, comp_net, submission_id, source_row)
        SELECT 'SALE', 'BF-' || n, document_number('BF-' || n), 'BF' || n, extract(year FROM day), 'INVOICE', 'VALIDATED', repeat('0', 64), 'UNDECLARED', day,
               h.party_id, s.party_id, 'BL-' || n, 100, 19, 119, 119, s.submission_id, n
        FROM bench_sale s, party h WHERE h.party_code = 'BC0'
        """,
        """
        INSERT INTO invoice_line (invoice_id, line_no, product_id, description, qty, uom_code, qty_base, unit_price_ht, vat_rate, line_ht, lot_code,
                                  source_row)
        SELECT i.invoice_id, 1, s.product_id, 'Bench', 1, 'KG', 1, 100, 19, 100, CASE WHEN s.lot_id IS NOT NULL THEN s.lot_code END, 1
        FROM invoice i JOIN bench_sale s ON s.n = i.source_row
        """,
        "ANALYZE");
    OUT.printf("%,d exits and invoices of %,d lots%n", sales, LOTS);
  }
}
