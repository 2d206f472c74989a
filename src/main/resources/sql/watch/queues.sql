-- Hubs of which something waits for longer than that, while they have done nothing.
SELECT node, waiting, oldest FROM v_queue
WHERE oldest < :since AND coalesce(last_done < :since, true) AND NOT at_work
