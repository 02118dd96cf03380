-- The key under which serial numbers are shown as hashes. It is made with the case and never changes.
CREATE TABLE serial_key (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  octets BLOB NOT NULL CHECK (length(octets) = 32)
) STRICT;
