-- Who may call the partner API, by which keys, and who did (decision 0028).
CREATE TABLE api_client (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL CONSTRAINT api_client_name_unique UNIQUE,
  -- whose documents it sees and changes; 'hub' is the house itself and sees all
  tenant     text NOT NULL CHECK (tenant ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  -- calls a minute and a day, where they are not those of everybody
  per_minute integer CHECK (per_minute > 0),
  per_day    integer CHECK (per_day > 0)
);

CREATE TABLE api_key (
  -- the public part of the key
  id            text PRIMARY KEY CHECK (id ~ '^[0-9A-Za-z]{12}$'),
  client_id     bigint NOT NULL REFERENCES api_client (id),
  secret_sha256 text NOT NULL CHECK (secret_sha256 ~ '^[0-9a-f]{64}$'),
  scopes        text[] NOT NULL,
  -- empty: from everywhere
  networks      cidr[] NOT NULL DEFAULT '{}',
  created_at    timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz,
  revoked_at    timestamptz,
  -- to the minute
  last_used_at  timestamptz
);
CREATE INDEX api_key_client ON api_key (client_id);

-- Every call and every refusal. Client, tenant and key are what they were called then.
CREATE TABLE api_audit (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL,
  client   text,
  tenant   text,
  key_id   text,
  method   text NOT NULL,
  path     text NOT NULL,
  status   integer NOT NULL,
  -- the problem's code, or why a key was refused
  reason   text,
  address  inet NOT NULL,
  trace_id text NOT NULL,
  -- attempts of strangers from one address are counted together
  times    integer NOT NULL
);
CREATE INDEX api_audit_at ON api_audit (at);
CREATE VIEW v_api_audit AS
SELECT id, at, client, tenant, key_id, method, path, status, reason, address, trace_id, times FROM api_audit;
