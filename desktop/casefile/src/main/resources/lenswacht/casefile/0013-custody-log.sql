-- What happened to the case, one act a line. Each line is chained to the one before and signed by the console that
-- wrote it. Nothing is overwritten.
CREATE TABLE custody_line (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  line TEXT NOT NULL
) STRICT;

-- A digest of every row of the other tables, written together with the row. The last one on a row holds; an empty one
-- says that the row is gone. Nothing is overwritten. Lines and evidence have the chain of their journal.
CREATE TABLE row_seal (
  id INTEGER PRIMARY KEY,
  of_table TEXT NOT NULL,
  of_row TEXT NOT NULL,
  digest BLOB NOT NULL
) STRICT;
