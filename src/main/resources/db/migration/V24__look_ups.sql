-- What a file that is being posted looks up has an index of its own: on tables that grew a moment ago the planner knows no
-- figures, and takes whatever index comes near.

CREATE INDEX lot_code_in_force ON lot (lot_code_norm) WHERE withdrawn_by IS NULL;
DROP INDEX lot_code_norm;

-- Findings of a row, for its line on the sheet of corrections.
CREATE INDEX finding_place ON finding (submission_id, sheet, row_no);
