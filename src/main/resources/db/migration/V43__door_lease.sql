-- Who looks into a mailbox or a partner's folder at this moment: of several hubs one (decision 0039).
CREATE TABLE door_lease (
  place text PRIMARY KEY,
  node  text NOT NULL,
  until timestamptz NOT NULL
);
