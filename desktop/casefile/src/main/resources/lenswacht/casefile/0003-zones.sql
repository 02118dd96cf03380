-- The zones of the site and what was agreed between them, as JSON. Never overwritten: the last one
-- holds.
CREATE TABLE zone_plan (
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL,
  kept_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
