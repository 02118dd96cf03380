-- What opens the sealed lines of a journal from the line `sequence` on, which says who signs them and holds a
-- commitment to this key.
CREATE TABLE content_key (
  journal INTEGER NOT NULL REFERENCES journal (id),
  sequence INTEGER NOT NULL,
  octets BLOB NOT NULL CHECK (length(octets) = 32),
  PRIMARY KEY (journal, sequence)
) STRICT, WITHOUT ROWID;
