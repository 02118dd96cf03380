/// What a sighting means: identification of assets from observations.
module lenswacht.fingerprint {
  requires static transitive org.jspecify;
  requires transitive lenswacht.observation;
  requires de.siegmar.fastcsv;

  exports lenswacht.fingerprint;
  exports lenswacht.fingerprint.asset;
  exports lenswacht.fingerprint.domain;
}
