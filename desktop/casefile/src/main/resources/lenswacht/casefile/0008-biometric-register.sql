-- The systems that tell faces apart, each as JSON. Never overwritten: the last row on a name holds; one without a
-- system takes it off the register.
CREATE TABLE biometric_system (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  system TEXT,
  said_by TEXT NOT NULL,
  said_at TEXT NOT NULL
) STRICT;
