-- Lots of a code: suppliers number as they like, so there may be several.
SELECT id, document::text AS document
FROM v_api_lot
WHERE number = :number AND (:product::text IS NULL OR product_code = :product)
ORDER BY id
LIMIT 50
