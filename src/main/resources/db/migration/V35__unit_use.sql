-- Documents whose quantities are kept in a product's base unit: where they are, another unit would make other quantities
-- of them (MDM-025). A line that names no unit was in the product's own, whichever that is; the ledger keeps no unit.
CREATE VIEW v_unit_use AS
SELECT l.product_id, o.order_no AS document
FROM sales_order_line l JOIN sales_order o USING (order_id) WHERE o.withdrawn_by IS NULL AND l.uom_code IS NOT NULL
UNION ALL
SELECT product_id, batch_no FROM production_batch WHERE withdrawn_by IS NULL AND uom_code IS NOT NULL
UNION ALL
SELECT x.product_id, b.batch_no
FROM batch_input x JOIN production_batch b USING (batch_id) WHERE b.withdrawn_by IS NULL AND x.uom_code IS NOT NULL
UNION ALL
SELECT x.product_id, b.batch_no
FROM batch_output x JOIN production_batch b USING (batch_id) WHERE b.withdrawn_by IS NULL AND x.uom_code IS NOT NULL
UNION ALL
SELECT product_id, ref_no FROM v_movement_in_force
UNION ALL
SELECT l.product_id, s.session_no
FROM count_line l JOIN count_session s USING (session_id) WHERE l.withdrawn_by IS NULL;

CREATE INDEX IF NOT EXISTS sales_order_line_product ON sales_order_line (product_id);
CREATE INDEX IF NOT EXISTS production_batch_product ON production_batch (product_id);
CREATE INDEX IF NOT EXISTS batch_input_product ON batch_input (product_id);
CREATE INDEX IF NOT EXISTS batch_output_product ON batch_output (product_id);
CREATE INDEX IF NOT EXISTS count_line_product ON count_line (product_id);
