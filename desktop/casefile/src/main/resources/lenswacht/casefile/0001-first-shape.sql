-- One site. Everything that was seen is in `line`, octet for octet as the device wrote it; `run` and
-- `evidence` only say where to look and can be made again from the lines.

CREATE TABLE site (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  opened_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

-- A journal is known by the hash of its first line.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  first_hash BLOB NOT NULL UNIQUE CHECK (length(first_hash) = 32),
  device TEXT NOT NULL,
  lines INTEGER NOT NULL,
  octets INTEGER NOT NULL,
  last_hash BLOB NOT NULL CHECK (length(last_hash) = 32)
) STRICT;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  journal INTEGER NOT NULL REFERENCES journal (id),
  name TEXT NOT NULL,
  site TEXT NOT NULL,
  first_line INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  questions INTEGER NOT NULL,
  UNIQUE (journal, first_line)
) STRICT;

-- `raw` is the whole line without its line feed.
CREATE TABLE line (
  journal INTEGER NOT NULL REFERENCES journal (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  run INTEGER REFERENCES run (id),
  kind TEXT NOT NULL,
  raw BLOB NOT NULL,
  PRIMARY KEY (journal, sequence)
) STRICT;

CREATE INDEX line_telling ON line (run, sequence) WHERE kind <> 'Probed';

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  journal INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  FOREIGN KEY (journal, sequence) REFERENCES line (journal, sequence)
) STRICT, WITHOUT ROWID;

-- Answers are never overwritten: the last one on a field holds, an empty one withdraws it.
-- `address` is empty for the site as a whole.
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  answered_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  edition TEXT NOT NULL,
  on_day TEXT NOT NULL,
  ratings TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  kept_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
