-- Movements of a product in the warehouse since the count before; of those that the session's workbook is to show, how many, and the row
-- where they begin on the sheet, which is in the order of codes; no row where they are not shown. Filled by reconcile-stock.
-- reconciliation_movement has no user any more.
ALTER TABLE reconciliation_product ADD COLUMN movements bigint, ADD COLUMN movements_to_show bigint, ADD COLUMN movements_at bigint;

-- A lot is of one product, and mostly in one warehouse: as if they were independent, a lot's movements would be taken for one, and
-- looked up one by one where reading them all is quicker.
CREATE STATISTICS stock_movement_of_lot (dependencies, ndistinct) ON product_id, warehouse_id, lot_id FROM stock_movement;
