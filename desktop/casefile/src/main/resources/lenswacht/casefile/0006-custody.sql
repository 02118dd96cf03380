-- The chain of custody: what passed from one console to another. Nothing is overwritten.
CREATE TABLE custody (
  id INTEGER PRIMARY KEY,
  statement TEXT NOT NULL UNIQUE,
  kept_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
