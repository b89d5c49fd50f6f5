-- What a program of version 4 added to the library of version3.sql: a fact that was dismissed.
ALTER TABLE reviews ADD COLUMN kept TEXT NOT NULL DEFAULT '';  -- when: of one source's reviews the newest counts

CREATE TABLE dismissed (  -- by reviews; by place, since a newer briefing may have other items there
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    layer TEXT NOT NULL,
    start INTEGER NOT NULL,
    finish INTEGER NOT NULL,
    PRIMARY KEY (article, layer, start, finish)
) WITHOUT ROWID;
CREATE VIEW kept_quotes AS SELECT * FROM quotes WHERE NOT EXISTS (
    SELECT 1 FROM dismissed WHERE dismissed.article = quotes.article AND layer = 'quotes'
    AND dismissed.start = quotes.start AND finish = quotes.start + length(quotes.text));
CREATE VIEW kept_actions AS SELECT * FROM actions WHERE NOT EXISTS (
    SELECT 1 FROM dismissed WHERE dismissed.article = actions.article AND layer = 'actions'
    AND dismissed.start = actions.start AND finish = actions.start + length(actions.text));
INSERT INTO dismissed VALUES (2, 'facts', 21, 60);
PRAGMA user_version = 4;
