-- What came for a feed since then, the latest first; camel-jdbc fills the places from headers. A file that no feed read
-- was meant for this one when it lay in this feed's own folder; in a shared one nobody knows whose it was.
SELECT feed, repeats, folder, original_name, status, received_at, rows_read, is_correction
FROM v_feed_arrival
WHERE received_at >= :?since
  AND (feed = :?feed OR feed IS NULL AND (repeats = :?feed OR repeats IS NULL AND folder = :?own))
ORDER BY received_at DESC
LIMIT 2000
