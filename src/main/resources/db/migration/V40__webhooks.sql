-- Webhooks that partners' programs register for themselves (module notices, decision 0036).
CREATE TABLE webhook (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant        text NOT NULL,
  client        text NOT NULL,
  url           text NOT NULL,
  events        text[] NOT NULL CHECK (cardinality(events) > 0),
  description   text,
  -- it signs, so it is kept as it is; no partner's transaction reads it
  secret        text NOT NULL,
  -- signs too until then, while the receiver changes over
  former_secret text,
  former_until  timestamptz,
  created_at    timestamptz NOT NULL DEFAULT now(),
  -- since when and why nothing is sent any more
  disabled_at   timestamptz,
  disabled_why  text,
  UNIQUE (tenant, url)
);
CALL part_by_tenant('webhook',
  'SELECT (id, tenant, client, url, events, description, former_until, created_at, disabled_at, disabled_why)');

ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check
  CHECK (kind IN ('ACKNOWLEDGEMENT', 'LETTER', 'WEBHOOK', 'PARTNER_WEBHOOK'));
ALTER TABLE notice ADD COLUMN webhook_id bigint REFERENCES webhook ON DELETE CASCADE;
ALTER TABLE notice ADD CONSTRAINT notice_partner_webhook_is_registered
  CHECK ((kind = 'PARTNER_WEBHOOK') = (webhook_id IS NOT NULL));
CREATE INDEX notice_webhook ON notice (webhook_id, id) WHERE webhook_id IS NOT NULL;

-- Each call of a partner's webhook, and what came back.
CREATE TABLE webhook_attempt (
  notice_id bigint NOT NULL REFERENCES notice ON DELETE CASCADE,
  at        timestamptz NOT NULL DEFAULT now(),
  status    int,
  failure   text
);
CREATE INDEX webhook_attempt_notice ON webhook_attempt (notice_id, at);

CREATE VIEW v_api_webhook WITH (security_invoker = true) AS
SELECT w.id, jsonb_strip_nulls(jsonb_build_object(
    'id', w.id::text, 'url', w.url, 'events', to_jsonb(w.events), 'description', w.description, 'client', w.client,
    'createdAt', api_moment(w.created_at), 'formerSecretUntil', api_moment(w.former_until),
    'enabled', w.disabled_at IS NULL, 'disabledAt', api_moment(w.disabled_at), 'disabledReason', w.disabled_why)) AS document
FROM webhook w;
GRANT SELECT ON v_api_webhook TO hub_partner;

-- What receivers know a repetition by: the recipients of one letter, or webhooks of one event, are written at one moment
-- under one key.
CREATE FUNCTION notice_identity(n notice) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(' ', n.node, substr(n.dedupe_key, 1, length(n.dedupe_key) - length(n.target)),
    extract(epoch FROM n.created_at)), 'UTF8')), 'hex') $$;

CREATE VIEW v_webhook_delivery AS
SELECT n.id, n.webhook_id, jsonb_strip_nulls(jsonb_build_object(
    'id', n.id::text, 'messageId', 'msg_' || notice_identity(n), 'event', n.payload ->> 'type',
    'status', CASE WHEN n.sent_at IS NOT NULL THEN 'DELIVERED' WHEN n.parked_at IS NOT NULL THEN 'PARKED' ELSE 'PENDING' END,
    'createdAt', api_moment(n.created_at), 'deliveredAt', api_moment(n.sent_at), 'parkedAt', api_moment(n.parked_at),
    'nextAttemptAt', CASE WHEN n.sent_at IS NULL AND n.parked_at IS NULL THEN api_moment(n.due_at) END,
    'payload', n.payload,
    'attempts', coalesce((
      SELECT jsonb_agg(jsonb_build_object('at', api_moment(a.at), 'status', a.status, 'failure', a.failure) ORDER BY a.at)
      FROM (SELECT * FROM webhook_attempt a WHERE a.notice_id = n.id ORDER BY a.at DESC LIMIT 100) a), '[]'::jsonb))) AS document
FROM notice n WHERE n.kind = 'PARTNER_WEBHOOK';

-- What a submission changed of documents that were there before; of an undo, what it brought back or took away.
CREATE VIEW v_document_change AS
SELECT o.submission_id, o.tenant, 'document.revised' AS event, 'orders' AS kind, o.order_id AS id, o.order_no AS number,
       o.revision
FROM sales_order o WHERE o.supersedes_id IS NOT NULL
UNION ALL
SELECT i.submission_id, i.tenant, 'document.revised', 'invoices', i.invoice_id, i.invoice_no, i.revision
FROM invoice i WHERE i.supersedes_id IS NOT NULL
UNION ALL
SELECT b.submission_id, b.tenant, 'document.revised', 'production-batches', b.batch_id, b.batch_no, b.revision
FROM production_batch b WHERE b.supersedes_id IS NOT NULL
UNION ALL
SELECT e.undo_id, o.tenant, CASE e.outcome WHEN 'RESTORED' THEN 'document.revised' ELSE 'document.withdrawn' END, 'orders',
       coalesce(f.order_id, o.order_id), o.order_no, coalesce(f.revision, o.revision)
FROM undo_entry e JOIN sales_order o ON e.kind = 'order' AND o.order_id = e.record_id
LEFT JOIN sales_order f ON e.outcome = 'RESTORED' AND f.order_id = o.supersedes_id
WHERE e.outcome IN ('WITHDRAWN', 'RESTORED')
UNION ALL
SELECT e.undo_id, o.tenant, CASE e.outcome WHEN 'RESTORED' THEN 'document.revised' ELSE 'document.withdrawn' END, 'invoices',
       coalesce(f.invoice_id, o.invoice_id), o.invoice_no, coalesce(f.revision, o.revision)
FROM undo_entry e JOIN invoice o ON e.kind = 'invoice' AND o.invoice_id = e.record_id
LEFT JOIN invoice f ON e.outcome = 'RESTORED' AND f.invoice_id = o.supersedes_id
WHERE e.outcome IN ('WITHDRAWN', 'RESTORED')
UNION ALL
SELECT e.undo_id, o.tenant, CASE e.outcome WHEN 'RESTORED' THEN 'document.revised' ELSE 'document.withdrawn' END,
       'production-batches', coalesce(f.batch_id, o.batch_id), o.batch_no, coalesce(f.revision, o.revision)
FROM undo_entry e JOIN production_batch o ON e.kind = 'batch' AND o.batch_id = e.record_id
LEFT JOIN production_batch f ON e.outcome = 'RESTORED' AND f.batch_id = o.supersedes_id
WHERE e.outcome IN ('WITHDRAWN', 'RESTORED')
UNION ALL
SELECT e.undo_id, p.tenant, 'document.withdrawn', 'payments', p.payment_id, e.document, 1
FROM undo_entry e JOIN payment p ON e.kind = 'payment' AND p.payment_id = e.record_id WHERE e.outcome = 'WITHDRAWN'
UNION ALL
SELECT e.undo_id, m.tenant, 'document.withdrawn', 'stock-movements', m.movement_id, m.ref_no, 1
FROM undo_entry e JOIN stock_movement m ON e.kind = 'movement' AND m.movement_id = e.record_id WHERE e.outcome = 'REVERSED'
UNION ALL
SELECT e.undo_id, c.tenant, 'document.withdrawn', 'stock-counts', c.session_id, c.session_no, 1
FROM undo_entry e JOIN count_session c ON e.kind = 'count-session' AND c.session_id = e.record_id
WHERE e.outcome = 'WITHDRAWN';
