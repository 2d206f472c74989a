-- What documents gave as the reason of a difference; reason_code is what holds, theirs or that of whoever approved.
ALTER TABLE count_adjustment ADD proposed_reason text;
UPDATE count_adjustment SET proposed_reason = reason_code
WHERE approved_by_1 IS NULL OR reason_code IN ('UNRECORDED_EXIT', 'UNRECORDED_ENTRY', 'LABEL_SWAP');
