-- Two files that hold the halves of the same documents are one submission (decision 0014).

CREATE TABLE submission_part (
  -- the identity that the file would have if it had come alone
  delivery      text PRIMARY KEY,
  submission_id bigint NOT NULL REFERENCES submission ON DELETE CASCADE
);
CREATE INDEX submission_part_submission ON submission_part (submission_id);
