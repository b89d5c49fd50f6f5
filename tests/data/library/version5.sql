-- What a program of version 5 added to the library of version4.sql.
CREATE INDEX articles_by_place_key ON articles (place_key, date, number, language, actions);
CREATE INDEX articles_by_language ON articles (language, date, number);
PRAGMA user_version = 5;
