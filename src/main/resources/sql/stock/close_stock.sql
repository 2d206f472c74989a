INSERT INTO stock_closing (closed_through, closed_by, because) VALUES (:through, :by, :because)
