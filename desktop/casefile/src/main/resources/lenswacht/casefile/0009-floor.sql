-- The plans of floors, each as the PNG picture that was made of what was brought in.
CREATE TABLE plan_picture (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  png BLOB NOT NULL
) STRICT;

-- What people said of floors, of where assets hang, of what they saw while walking round and of what the papers say, each
-- as JSON. Never overwritten: the last row on a subject holds; one without words takes it back.
CREATE TABLE floor_word (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('floor', 'placement', 'sighting', 'walked', 'paper', 'match')),
  subject TEXT NOT NULL,
  words TEXT,
  said_by TEXT NOT NULL,
  said_at TEXT NOT NULL
) STRICT;
