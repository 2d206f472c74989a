-- Of the balances of a submission: which go, which give way to what was given before, which are kept because a later file revised them.
SELECT b.balance_id, b.account, b.source_sheet, b.source_row,
       CASE WHEN l.balance_id IS NOT NULL THEN 'KEPT' WHEN b.supersedes_id IS NULL THEN 'WITHDRAWN' ELSE 'RESTORED' END,
       CASE WHEN l.balance_id IS NOT NULL THEN 'later-revision' END, l.submission_id, l.account
FROM ledger_balance b
LEFT JOIN ledger_balance l ON l.supersedes_id = b.balance_id AND l.withdrawn_by IS NULL
WHERE b.submission_id = :submission AND b.withdrawn_by IS NULL
