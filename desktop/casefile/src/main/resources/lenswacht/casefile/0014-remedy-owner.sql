-- Who is to carry a remedy out, and by which day.
ALTER TABLE remedy_word ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE remedy_word ADD COLUMN due TEXT NOT NULL DEFAULT '';
