-- Hundreds of thousands of rows may have just come: without fresh statistics the workbook's queries are planned for a handful.
ANALYZE reconciliation_line, reconciliation_product, reconciliation_invoice, reconciliation_finding, count_adjustment
