-- Closings of stock, the last word first; days and moments of the hub's zone.
SELECT closed_through, closed_by, closed_at, because FROM stock_closing ORDER BY closing_id DESC LIMIT 100
