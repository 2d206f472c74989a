SELECT count(*) AS rows,
       coalesce(sum(hashtextextended(oid::text || ':' || md5(lo_get(oid)), 0)::numeric), 0) AS a,
       coalesce(sum(hashtextextended(oid::text || ':' || md5(lo_get(oid)), 1)::numeric), 0) AS b
FROM pg_largeobject_metadata
