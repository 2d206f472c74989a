-- What has no number of its own by the hub's; {view} is one of v_api_….
SELECT document::text
FROM {view}
WHERE id = :id
