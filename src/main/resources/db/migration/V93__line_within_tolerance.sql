-- Whether a counted line is within tolerance by itself: it does not differ, nobody has to approve its product, or what nothing explains of the
-- line is small, in per cent of its own book and in DA.
CREATE FUNCTION within_tolerance(p_level text, p_delta numeric, p_residual numeric, p_book numeric, p_cost numeric, t hub.count_tolerance)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT p_delta = 0 OR p_level = 'AUTO'
    OR coalesce(abs(p_delta * p_cost) <= t.double_value AND abs(p_residual * p_cost) <= t.auto_value
                AND abs(p_residual) * 100 <= t.auto_pct * abs(p_book), false) $$;
