-- What a program of version 6 added to the library of version5.sql.
ALTER TABLE briefings ADD COLUMN review TEXT NOT NULL DEFAULT '';  -- what the rows of other tables were made with
ALTER TABLE actions ADD COLUMN wording TEXT;  -- how a person would rather say it
UPDATE articles SET engine = '';
DROP VIEW kept_quotes;
DROP VIEW kept_actions;
DROP TABLE dismissed;
PRAGMA user_version = 6;
