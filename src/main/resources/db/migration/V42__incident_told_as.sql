-- An incident changes while it is open. Its end is told of what was told when it began.
ALTER TABLE incident
  -- as it was told that it began, this time
  ADD COLUMN told_reason text,
  ADD COLUMN told_sentence text;
