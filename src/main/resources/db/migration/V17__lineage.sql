-- From every business row to the submission, file, sheet and row it came by, and back.

-- Of a record that a list wrote; null for one that a document made on its way: the rows that name it tell.
ALTER TABLE party ADD COLUMN source_sheet text, ADD COLUMN source_row int;
ALTER TABLE product ADD COLUMN source_sheet text, ADD COLUMN source_row int;
CREATE INDEX party_submission ON party (submission_id);
CREATE INDEX product_submission ON product (submission_id);
CREATE INDEX lot_submission ON lot (submission_id);

-- in_force: current and not withdrawn. line_no: of a document's line, null for the document itself. A record that
-- documents made stands at each row of its submission that names it.
CREATE VIEW v_lineage AS
SELECT x.kind, x.record_id, x.line_no, x.document, x.in_force, x.submission_id, s.original_name AS file, s.sha256,
       c.path AS archived_as, x.sheet, x.row_no
FROM (
  SELECT 'order'::text AS kind, order_id AS record_id, NULL::int AS line_no, order_no AS document, is_current AS in_force,
         submission_id, source_sheet AS sheet, source_row AS row_no
  FROM sales_order
  UNION ALL
  SELECT 'order-line', l.order_id, l.line_no, o.order_no, o.is_current, o.submission_id, l.source_sheet, l.source_row
  FROM sales_order_line l JOIN sales_order o USING (order_id)
  UNION ALL
  SELECT 'invoice', invoice_id, NULL, invoice_no, is_current, submission_id, source_sheet, source_row FROM invoice
  UNION ALL
  SELECT 'invoice-line', l.invoice_id, l.line_no, i.invoice_no, i.is_current, i.submission_id, l.source_sheet, l.source_row
  FROM invoice_line l JOIN invoice i USING (invoice_id)
  UNION ALL
  SELECT 'payment', p.payment_id, NULL, i.invoice_no, p.withdrawn_by IS NULL, p.submission_id, p.source_sheet, p.source_row
  FROM payment p JOIN invoice i USING (invoice_id)
  UNION ALL
  SELECT 'batch', batch_id, NULL, batch_no, is_current, submission_id, source_sheet, source_row FROM production_batch
  UNION ALL
  SELECT 'batch-input', x.batch_id, x.line_no, b.batch_no, b.is_current, b.submission_id, x.source_sheet, x.source_row
  FROM batch_input x JOIN production_batch b USING (batch_id)
  UNION ALL
  SELECT 'batch-output', x.batch_id, x.line_no, b.batch_no, b.is_current, b.submission_id, x.source_sheet, x.source_row
  FROM batch_output x JOIN production_batch b USING (batch_id)
  UNION ALL
  SELECT 'quality-test', t.test_id, NULL, b.batch_no, b.is_current, b.submission_id, t.source_sheet, t.source_row
  FROM quality_test t JOIN production_batch b USING (batch_id)
  UNION ALL
  SELECT 'movement', m.movement_id, NULL, m.ref_no,
         NOT EXISTS (SELECT FROM stock_movement r WHERE r.reverses_id = m.movement_id), m.submission_id, m.source_sheet,
         nullif(m.source_row, 0)
  FROM stock_movement m
  UNION ALL
  SELECT 'count-line', l.line_id, NULL, s.session_no, l.withdrawn_by IS NULL, l.submission_id, l.source_sheet, l.source_row
  FROM count_line l JOIN count_session s USING (session_id)
  UNION ALL
  SELECT 'count-entry', e.line_id, e.pass_no, s.session_no, e.withdrawn_by IS NULL, e.submission_id, e.source_sheet, e.source_row
  FROM count_entry e JOIN count_line l USING (line_id) JOIN count_session s USING (session_id)
  UNION ALL
  SELECT 'count-session', s.session_id, NULL, s.session_no, s.withdrawn_by IS NULL, s.submission_id, l.source_sheet, l.source_row
  FROM count_session s JOIN count_line l ON l.session_id = s.session_id AND l.submission_id = s.submission_id
  UNION ALL
  SELECT 'lot', l.lot_id, NULL, l.lot_code, l.withdrawn_by IS NULL, l.submission_id, x.source_sheet, x.source_row
  FROM lot l JOIN batch_output x ON x.lot_id = l.lot_id AND x.submission_id = l.submission_id
  UNION ALL
  SELECT 'lot', l.lot_id, NULL, l.lot_code, l.withdrawn_by IS NULL, l.submission_id, x.source_sheet, x.source_row
  FROM lot l JOIN batch_input x ON x.lot_id = l.lot_id AND x.submission_id = l.submission_id
  UNION ALL
  SELECT 'lot', l.lot_id, NULL, l.lot_code, l.withdrawn_by IS NULL, l.submission_id, m.source_sheet, m.source_row
  FROM lot l JOIN stock_movement m ON m.product_id = l.product_id AND m.lot_id = l.lot_id AND m.submission_id = l.submission_id
  UNION ALL
  SELECT 'lot', l.lot_id, NULL, l.lot_code, l.withdrawn_by IS NULL, l.submission_id, x.source_sheet, x.source_row
  FROM lot l JOIN count_line x ON x.lot_id = l.lot_id AND x.submission_id = l.submission_id
  UNION ALL
  SELECT 'warehouse', w.warehouse_id, NULL, w.code, w.withdrawn_by IS NULL, w.submission_id, m.source_sheet, m.source_row
  FROM warehouse w JOIN stock_movement m ON m.warehouse_id = w.warehouse_id AND m.submission_id = w.submission_id
  UNION ALL
  SELECT 'warehouse', w.warehouse_id, NULL, w.code, w.withdrawn_by IS NULL, w.submission_id, l.source_sheet, l.source_row
  FROM warehouse w JOIN count_session s ON s.warehouse_id = w.warehouse_id AND s.submission_id = w.submission_id
    JOIN count_line l ON l.session_id = s.session_id AND l.submission_id = s.submission_id
  UNION ALL
  SELECT 'party', party_id, NULL, party_code, withdrawn_by IS NULL, submission_id, source_sheet, source_row
  FROM party WHERE source_row IS NOT NULL
  UNION ALL
  SELECT 'party', p.party_id, NULL, p.party_code, p.withdrawn_by IS NULL, p.submission_id, o.source_sheet, o.source_row
  FROM party p JOIN sales_order o ON o.submission_id = p.submission_id AND o.customer_id = p.party_id
  WHERE p.source_row IS NULL
  UNION ALL
  SELECT 'party', p.party_id, NULL, p.party_code, p.withdrawn_by IS NULL, p.submission_id, i.source_sheet, i.source_row
  FROM party p JOIN invoice i ON i.submission_id = p.submission_id AND p.party_id IN (i.issuer_id, i.receiver_id)
  WHERE p.source_row IS NULL
  UNION ALL
  SELECT 'product', product_id, NULL, product_code, withdrawn_by IS NULL, submission_id, source_sheet, source_row
  FROM product WHERE source_row IS NOT NULL
  UNION ALL
  SELECT 'product', p.product_id, NULL, p.product_code, p.withdrawn_by IS NULL, p.submission_id, l.source_sheet, l.source_row
  FROM product p JOIN sales_order o ON o.submission_id = p.submission_id
    JOIN sales_order_line l ON l.order_id = o.order_id AND l.product_id = p.product_id
  WHERE p.source_row IS NULL
  UNION ALL
  SELECT 'product', p.product_id, NULL, p.product_code, p.withdrawn_by IS NULL, p.submission_id, l.source_sheet, l.source_row
  FROM product p JOIN invoice i ON i.submission_id = p.submission_id
    JOIN invoice_line l ON l.invoice_id = i.invoice_id AND l.product_id = p.product_id
  WHERE p.source_row IS NULL
  UNION ALL
  SELECT 'product', p.product_id, NULL, p.product_code, p.withdrawn_by IS NULL, p.submission_id, x.source_sheet, x.source_row
  FROM product p JOIN production_batch b ON b.submission_id = p.submission_id
    JOIN batch_output x ON x.batch_id = b.batch_id AND x.product_id = p.product_id
  WHERE p.source_row IS NULL
  UNION ALL
  SELECT 'product', p.product_id, NULL, p.product_code, p.withdrawn_by IS NULL, p.submission_id, x.source_sheet, x.source_row
  FROM product p JOIN production_batch b ON b.submission_id = p.submission_id
    JOIN batch_input x ON x.batch_id = b.batch_id AND x.product_id = p.product_id
  WHERE p.source_row IS NULL
  UNION ALL
  SELECT 'product', p.product_id, NULL, p.product_code, p.withdrawn_by IS NULL, p.submission_id, m.source_sheet, m.source_row
  FROM product p JOIN stock_movement m ON m.submission_id = p.submission_id AND m.product_id = p.product_id
  WHERE p.source_row IS NULL
  UNION ALL
  SELECT 'product', p.product_id, NULL, p.product_code, p.withdrawn_by IS NULL, p.submission_id, l.source_sheet, l.source_row
  FROM product p JOIN count_line l ON l.submission_id = p.submission_id AND l.product_id = p.product_id
  WHERE p.source_row IS NULL
  UNION ALL
  -- what lists said of a record before a later file changed it
  SELECT kind, record_id, NULL, coalesce(before ->> 'party_code', before ->> 'product_code'), false, former_submission_id,
         before ->> 'source_sheet', (before ->> 'source_row')::int
  FROM record_change WHERE before ->> 'source_row' IS NOT NULL) x
JOIN submission s ON s.id = x.submission_id
LEFT JOIN content c ON c.sha256 = s.sha256;
