-- The latest few prices of each product, the newest first: one that was mistyped is no reference (FMT-016).
ALTER TABLE product_price ADD COLUMN recent numeric(18, 6)[] NOT NULL DEFAULT '{}';
UPDATE product_price SET recent = ARRAY[unit_price_ht];
