UPDATE ledger_balance SET is_current = false WHERE balance_id = ANY (:ids)
