/// Facts that can be seen on a network, their evidence, the mandate and the journal.
module lenswacht.observation {
  requires static transitive org.jspecify;
  requires tools.jackson.databind;

  exports lenswacht.observation;
}
