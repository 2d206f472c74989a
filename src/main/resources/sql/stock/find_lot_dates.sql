-- Until when these lots may be used, as far as somebody said so.
SELECT lot_id, coalesce(dlc, ddm) AS dlc FROM lot WHERE lot_id = ANY (:lots)
