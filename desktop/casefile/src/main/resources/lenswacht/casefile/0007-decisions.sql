-- What people decided, and who said it. Nothing is overwritten: the last word on a thing holds.

ALTER TABLE answer ADD COLUMN state TEXT NOT NULL DEFAULT 'answered';
ALTER TABLE answer ADD COLUMN said_by TEXT NOT NULL DEFAULT '';
ALTER TABLE answer ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- `address` is empty for the site as a whole. That a remedy is proven is found out, never said.
CREATE TABLE remedy_word (
  id INTEGER PRIMARY KEY,
  remedy TEXT NOT NULL,
  address TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'agreed', 'refused', 'done')),
  said_by TEXT NOT NULL,
  note TEXT NOT NULL,
  said_at TEXT NOT NULL
) STRICT;
