-- What logs, and looks from outside that others took, brought. A file is known by the hash of its octets; one that
-- comes again replaces what it brought before.

CREATE TABLE traffic_log (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  octets INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  named INTEGER NOT NULL,
  broken INTEGER NOT NULL,
  first_at TEXT,
  last_at TEXT,
  complete INTEGER NOT NULL,
  taken_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE log_segment (
  log INTEGER NOT NULL REFERENCES traffic_log (id),
  segment TEXT NOT NULL,
  PRIMARY KEY (log, segment)
) STRICT, WITHOUT ROWID;

-- `client` is empty where only the segment may be kept.
CREATE TABLE contact (
  log INTEGER NOT NULL REFERENCES traffic_log (id),
  client TEXT NOT NULL,
  segment TEXT NOT NULL,
  domain TEXT NOT NULL,
  operator TEXT NOT NULL,
  country TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('relay', 'maker', 'update', 'telemetry', 'time', 'dynamic-name',
    'face-search', 'face-service', 'face-maker', 'unknown')),
  verified INTEGER NOT NULL,
  times INTEGER NOT NULL,
  first_at TEXT,
  last_at TEXT,
  PRIMARY KEY (log, client, segment, domain)
) STRICT, WITHOUT ROWID;

-- A fact is known by the hash of what it says, whatever document it came in. `fact` is JSON.
CREATE TABLE outside_fact (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  document TEXT NOT NULL,
  origin TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  fact TEXT NOT NULL
) STRICT, WITHOUT ROWID;
