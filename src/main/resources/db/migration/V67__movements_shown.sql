-- What a session's workbook shows of a product's movements: how many there are, and the row where they begin on the sheet, which is in
-- the order of codes; no row where they are not shown. Filled by reconcile-stock. reconciliation_movement has no user any more.
ALTER TABLE reconciliation_product ADD COLUMN movements bigint, ADD COLUMN movements_at bigint;
