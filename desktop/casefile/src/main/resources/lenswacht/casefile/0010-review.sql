-- What people did in a review, in order, each as JSON. Never overwritten: `sha256` is of the one before and this one.
CREATE TABLE review_event (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
