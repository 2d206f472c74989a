-- Folders of that name on another machine are others.
UPDATE hub.backup_run SET places = '{}' WHERE places <> '{}'
