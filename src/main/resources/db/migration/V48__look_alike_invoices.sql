-- A sale whose number is the end of another one's (INV-043) is found by its number from behind, a purchase of the same total
-- (INV-006) by its total: many documents of a day with one partner, as those of a shop's counter, took the square of their
-- number.
CREATE INDEX invoice_look_alike ON invoice
  (receiver_id, invoice_date, comp_ttc, (reverse(invoice_no_loose) COLLATE "C"))
  WHERE direction = 'SALE' AND is_current;
CREATE INDEX invoice_supplier_total ON invoice (issuer_id, invoice_date, comp_ttc) WHERE direction = 'PURCHASE' AND is_current;
DROP INDEX invoice_supplier_date;
