-- Totals and counts that a file itself gives, beside what was read of the rows they sum up: accepted and refused ones
-- together. Amounts in DA, quantities as the file counts them.
CREATE TABLE control_figure (
  submission_id bigint NOT NULL REFERENCES submission ON DELETE CASCADE,
  sheet         text NOT NULL DEFAULT '',
  row_no        int NOT NULL,
  label         text NOT NULL,
  column_name   text NOT NULL,
  declared      numeric NOT NULL,
  read_value    numeric NOT NULL,
  difference    numeric NOT NULL GENERATED ALWAYS AS (declared - read_value) STORED,
  -- within what rounding explains
  agrees        boolean NOT NULL,
  PRIMARY KEY (submission_id, sheet, row_no, column_name)
);

-- UNDECLARED: a journal gave the invoice's totals and no lines; good for what is owed, not for stock.
ALTER TABLE invoice
  ADD COLUMN lines_status text NOT NULL DEFAULT 'DECLARED'
    CONSTRAINT invoice_lines_status CHECK (lines_status IN ('DECLARED', 'UNDECLARED'));
