-- What a file that is being posted looks up has an index of its own: on tables that grew a moment ago the planner knows no
-- figures, and takes whatever index comes near.

CREATE INDEX lot_code_in_force ON lot (lot_code_norm) WHERE withdrawn_by IS NULL;
DROP INDEX lot_code_norm;

-- Findings of a row, for its line on the sheet of corrections.
CREATE INDEX finding_place ON finding (submission_id, sheet, row_no);

-- Standing orders: many of one customer are alike, and only those about the same day are looked at (ORD-012).
CREATE INDEX sales_order_alike ON sales_order (line_fingerprint, customer_id, order_date)
  WHERE is_current AND status <> 'CANCELLED';
DROP INDEX sales_order_look_alike;
