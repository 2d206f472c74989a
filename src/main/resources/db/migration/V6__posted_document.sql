-- What stands under which number and came with which submission, whatever its kind: tells whether a
-- refused document was posted since.
CREATE VIEW v_posted_document AS
SELECT submission_id, invoice_no AS document FROM invoice;

CREATE INDEX invoice_number ON invoice (invoice_no);
