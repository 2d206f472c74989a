-- A refused row keeps its cells: its sender gets them back without the whole file being read once more. Null in rows of
-- former versions, whose file is read instead.
ALTER TABLE refused_row ADD COLUMN cells text;
COMMENT ON COLUMN refused_row.cells IS 'JSON array of the row''s own columns; null before this column was';
