-- What came for a feed since then, the latest first; camel-jdbc fills the places from headers. A refused file that no feed
-- read may have been meant for this one when its folder is one of this feed's.
SELECT feed, repeats, folder, original_name, status, received_at, rows_read, is_correction
FROM v_feed_arrival
WHERE received_at >= :?since
  AND (feed = :?feed OR feed IS NULL AND (repeats = :?feed OR status = 'REJECTED' AND folder IN (:?own, :?document, '')))
ORDER BY received_at DESC
LIMIT 2000
