-- What a program of version 3 added to the library of version2.sql: two reviews of a page that was edited.
CREATE TABLE reviews (
    article TEXT PRIMARY KEY,  -- as articles.id; the article itself need not be in the library
    source TEXT NOT NULL,
    toml TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reviews_by_source ON reviews (source);
INSERT INTO reviews VALUES ('0123456789abcdef', 'https://example.org/mill', 'title = "1"');
INSERT INTO reviews VALUES ('89abcdef01234567', 'https://example.org/mill', 'title = "2"');
PRAGMA user_version = 3;
