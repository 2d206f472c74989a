-- A credit note may come before the invoice that it corrects: by the normal form of the number it
-- is linked when that arrives, and counts among what was credited before (INV-029).
ALTER TABLE invoice ADD COLUMN original_no_norm text;

-- What was there already; numbers with separated groups of digits keep their dash (decision 0006).
UPDATE invoice
SET original_no_norm = upper(regexp_replace(regexp_replace(
      original_invoice_no, '([0-9])[^[:alnum:]]+([0-9])', '\1-\2', 'g'), '[^[:alnum:]-]+', '', 'g'))
WHERE original_invoice_no IS NOT NULL;

CREATE INDEX invoice_unlinked_credit ON invoice (original_no_norm)
  WHERE original_invoice_id IS NULL AND original_no_norm IS NOT NULL;
