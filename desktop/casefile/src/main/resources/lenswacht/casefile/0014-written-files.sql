-- What was written from the case and went out: its length and SHA-256 of each block, so that of a file that comes back
-- altered it can be said where; of an archive where its parts begin. Who wrote it, when and as what stands in the custody
-- log under the same hash. Nothing is overwritten.
CREATE TABLE written_file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  octets INTEGER NOT NULL CHECK (octets >= 0),
  block INTEGER NOT NULL CHECK (block > 0),
  sums BLOB NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('TEXT', 'ARCHIVE', 'OTHER')),
  parts TEXT NOT NULL
) STRICT;
