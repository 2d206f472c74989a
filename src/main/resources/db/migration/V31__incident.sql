-- What came for which feed, whatever became of it (read by module watch). A repetition has no feed of its own; a corrected
-- sheet is no further file.
CREATE VIEW v_feed_arrival AS
SELECT s.id, s.feed, first.feed AS repeats, s.folder, s.original_name, s.status, s.received_at, s.rows_read,
       jsonb_path_exists(s.detected, '$.headers[*].texts[*] ? (@ starts with "Hub :")') AS is_correction
FROM submission s LEFT JOIN submission first ON first.id = s.duplicate_of
WHERE NOT s.preview AND s.folder <> 'undo';
CREATE INDEX submission_feed_arrival ON submission (feed, received_at);

-- What was expected and did not come as it should, and doors through which nothing can come (module watch).
CREATE TABLE incident (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind           text NOT NULL CHECK (kind IN ('FEED', 'DOOR')),
  -- the feed's or the door's name
  subject        text NOT NULL,
  -- for which something was expected; on which the door failed
  business_day   date NOT NULL,
  reason         text NOT NULL CHECK (reason IN ('LATE', 'SMALL', 'LARGE', 'QUICK', 'FAILING', 'SILENT')),
  -- what it is, in the hub's language, as it was last seen
  sentence       text NOT NULL,
  -- whom to call
  contact        text,
  -- who was told by mail that it began, and is told that it is over; empty: nobody
  mail           text[] NOT NULL,
  -- the hub that saw it last
  node           text NOT NULL,
  opened_at      timestamptz NOT NULL,
  closed_at      timestamptz,
  -- ARRIVED: the file came; SETTLED: what was wrong no longer is; SUPERSEDED: the next day's is open instead;
  -- UNWATCHED: nobody expects it any more
  closed_because text CHECK (closed_because IN ('ARRIVED', 'SETTLED', 'SUPERSEDED', 'UNWATCHED')),
  -- how often it began
  times          int NOT NULL DEFAULT 1,
  CONSTRAINT incident_once UNIQUE (kind, subject, business_day),
  CONSTRAINT incident_closed_because CHECK ((closed_at IS NULL) = (closed_because IS NULL))
);
CREATE INDEX incident_open ON incident (kind, subject) WHERE closed_at IS NULL;

-- Open ones first, the latest on top.
CREATE VIEW v_incident AS
SELECT id, closed_at IS NULL AS is_open, kind, subject, business_day, reason, sentence, contact, opened_at, closed_at,
       closed_because, times
FROM incident
ORDER BY is_open DESC, opened_at DESC;
