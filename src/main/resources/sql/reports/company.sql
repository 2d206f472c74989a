SELECT concat_ws(' – ', name, 'NIF ' || nif) FROM party WHERE is_own
