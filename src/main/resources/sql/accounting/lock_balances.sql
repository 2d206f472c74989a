SELECT pg_advisory_xact_lock(hashtextextended('ledger_balance', 7))
