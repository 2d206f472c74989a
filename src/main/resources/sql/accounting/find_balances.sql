SELECT b.balance_id, b.revision, b.account, b.balance_date, b.name, b.balance, b.opening, b.debit, b.credit, b.period_from,
       b.submission_id, b.source_sheet, b.source_row
FROM ledger_balance b
JOIN unnest(CAST(:accounts AS text[]), CAST(:days AS date[])) AS k (account, balance_date) USING (account, balance_date)
WHERE b.is_current
