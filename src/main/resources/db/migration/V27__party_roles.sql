-- As what documents in force use their party: taking back the one that made it a customer leaves it one to the others.
CREATE VIEW v_party_role AS
SELECT customer_id AS party_id, true AS customer FROM sales_order WHERE withdrawn_by IS NULL AND is_current
UNION ALL
SELECT CASE direction WHEN 'SALE' THEN receiver_id ELSE issuer_id END, direction = 'SALE'
FROM invoice WHERE withdrawn_by IS NULL AND is_current;
