SELECT :businessDate - :days::int + 1 AS day_from, :businessDate AS day_to,
       count(*) FILTER (WHERE status = 'VERIFIED') AS verified,
       count(*) FILTER (WHERE status IN ('FAILED', 'SUSPECT')) AS failed,
       max(snapshot_at) FILTER (WHERE status = 'VERIFIED') AS last_verified,
       max((fetch_ms + restore_ms) / 1000) FILTER (WHERE status = 'VERIFIED') AS longest,
       (SELECT count(*) FROM v_restore_drill WHERE status = 'VERIFIED'
          AND (started_at AT TIME ZONE :zone)::date BETWEEN :businessDate - :days::int + 1 AND :businessDate) AS drills,
       (SELECT count(*) FROM v_restore_drill WHERE status = 'FAILED'
          AND (started_at AT TIME ZONE :zone)::date BETWEEN :businessDate - :days::int + 1 AND :businessDate) AS drills_failed
FROM v_backup
WHERE (started_at AT TIME ZONE :zone)::date BETWEEN :businessDate - :days::int + 1 AND :businessDate
