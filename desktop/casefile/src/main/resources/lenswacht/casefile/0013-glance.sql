-- The assets of the last assessment that was kept, a line each, so that a list of them is there at once. Derived: it can
-- be made again from the journals and the answers at any time, and nothing is judged from it.
CREATE TABLE glance (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  edition TEXT NOT NULL,
  on_day TEXT NOT NULL,
  espionage TEXT NOT NULL,
  privacy TEXT NOT NULL,
  lines TEXT NOT NULL
) STRICT;
