SELECT s.session_no, r.business_date, r.attempt, r.known_at, r.done_at, clock_timestamp() AS written_at,
       (SELECT min(window_from) FROM reconciliation_product WHERE reconciliation_id = :reconciliation_id) AS window_from,
       s.cutoff_at AS window_to, o.last_exit, o.last_reception, o.last_production, s.empty_qty_means, :noiseDays AS noise_days,
       (SELECT string_agg(concat_ws(' ', product_type, CASE perishable WHEN true THEN 'DLC' WHEN false THEN '–' END, abc_class)
          || ' : ' || translate(trim_scale(auto_pct) || ' / ' || trim_scale(single_pct), '.', CASE :language WHEN 'fr' THEN ',' ELSE '.' END) || ' %',
          ' ; ' ORDER BY tolerance_id)
        FROM count_tolerance) AS tolerances,
       (SELECT min(auto_value) FROM count_tolerance) AS auto_value, (SELECT min(double_value) FROM count_tolerance) AS double_value,
       :autoTotal::numeric AS auto_total,
       CASE :language WHEN 'en' THEN 'weighted average cost after each entry, whole company'
                      ELSE 'coût moyen pondéré après chaque entrée, toute l''entreprise' END AS valuation,
       (SELECT max(version) FROM (
          SELECT version, installed_rank FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1) v) AS data_version,
       (SELECT string_agg(DISTINCT b.original_name || ' ' || left(b.sha256, 12), ' ; ')
        FROM count_line c JOIN count_entry e USING (line_id) JOIN submission b ON b.id = e.submission_id
        WHERE c.session_id = s.session_id AND c.withdrawn_by IS NULL AND e.withdrawn_by IS NULL) AS inputs
FROM reconciliation r JOIN count_session s USING (session_id)
CROSS JOIN LATERAL ( -- the papers of the cut-off: what is numbered behind them and dated before them is suspicious
  SELECT max(paper) FILTER (WHERE origin = 'VENTE') AS last_exit, max(paper) FILTER (WHERE origin = 'RECEPTION') AS last_reception,
         max(paper) FILTER (WHERE origin = 'PRODUCTION_IN') AS last_production
  FROM unnest(ARRAY['VENTE', 'RECEPTION', 'PRODUCTION_IN']) AS origin
  CROSS JOIN LATERAL (
    SELECT m.ref_no || ' (' || to_char(m.effective_at AT TIME ZONE :zone, 'DD/MM/YYYY HH24:MI') || ')' AS paper
    FROM stock_movement m
    WHERE m.warehouse_id = s.warehouse_id AND m.origin = origin.origin AND m.effective_at <= s.cutoff_at AND m.recorded_at <= r.known_at
    ORDER BY m.effective_at DESC, m.movement_id DESC LIMIT 1) p) o
WHERE r.reconciliation_id = :reconciliation_id
