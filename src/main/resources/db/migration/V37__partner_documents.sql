-- Documents that partners' programs send and wait for (modules intake and partner, decision 0032).

-- The body of such a request is kept here, in the commit of its documents: a file would cost a sync of its own. Should the
-- same bytes come as a file, they move to it.
ALTER TABLE content
  ADD COLUMN body bytea,
  ALTER COLUMN path DROP NOT NULL,
  ADD CONSTRAINT content_somewhere CHECK ((path IS NULL) <> (body IS NULL));

ALTER TABLE submission
  -- posted while its sender waited: its documents decide whether it came before, not its bytes
  ADD COLUMN direct boolean NOT NULL DEFAULT false,
  -- whose it is: hub is the company itself
  ADD COLUMN tenant text NOT NULL DEFAULT coalesce(nullif(current_setting('hub.tenant', true), ''), 'hub'),
  -- who sent it by the API
  ADD COLUMN client text,
  -- by which feed its sender wants it read
  ADD COLUMN wanted_feed text;

DROP INDEX submission_bytes_once;
CREATE UNIQUE INDEX submission_bytes_once ON submission (sha256)
  WHERE NOT preview AND NOT direct AND folder <> 'undo'
    AND status IN ('RECEIVED', 'POSTING', 'POSTED', 'PARTIAL', 'FAILED');

-- The answer to a request by its Idempotency-Key, written in the commit of what it did: a retry gets it again.
CREATE TABLE idempotency_key (
  client         text NOT NULL,
  endpoint       text NOT NULL,
  key            text NOT NULL CONSTRAINT idempotency_key_length CHECK (length(key) BETWEEN 1 AND 255),
  request_sha256 char(64) NOT NULL,
  status         int NOT NULL CONSTRAINT idempotency_key_status CHECK (status BETWEEN 200 AND 499),
  headers        jsonb NOT NULL DEFAULT '{}'::jsonb,
  body           text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (client, endpoint, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- What a submission has brought, of kinds whose posting does not say so itself.
CREATE VIEW v_posted_record AS
SELECT submission_id, 'payments'::text AS document, payment_id AS record_id, 1 AS revision FROM payment
UNION ALL SELECT submission_id, 'production', batch_id, revision FROM production_batch
UNION ALL SELECT submission_id, 'stock-movements', movement_id, 1 FROM stock_movement
UNION ALL SELECT DISTINCT e.submission_id, 'stock-counts', l.session_id, 1 FROM count_entry e JOIN count_line l USING (line_id);
