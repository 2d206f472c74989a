-- With what arithmetic a valuation was made. The second one knows no value without a quantity, and gives what had no cost the first one that became
-- known (domain notes §5.2); what the first one valued is valued anew once, what is closed apart.
ALTER TABLE stock_valuation ADD COLUMN arithmetic smallint NOT NULL DEFAULT 1;
