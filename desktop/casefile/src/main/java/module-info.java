/// Keeping: one SQLite file for each site, and what an officer does with it.
module lenswacht.casefile {
  requires static transitive org.jspecify;
  requires transitive lenswacht.assessment;
  requires transitive lenswacht.fingerprint;
  requires transitive lenswacht.knowledge;
  requires transitive lenswacht.link;
  requires transitive lenswacht.observation;
  requires java.sql;
  requires java.xml;
  requires org.xerial.sqlitejdbc;
  requires tools.jackson.databind;

  exports lenswacht.casefile;
  exports lenswacht.casefile.log;
  exports lenswacht.casefile.outside;
  exports lenswacht.casefile.review;
}
