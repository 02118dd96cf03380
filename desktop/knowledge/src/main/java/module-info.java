/// Advisories, makers, policy packs and remedies, kept as dated editions.
module lenswacht.knowledge {
  requires static transitive org.jspecify;
  requires de.siegmar.fastcsv;
  requires lenswacht.observation;
  requires tools.jackson.databind;

  exports lenswacht.knowledge;
  exports lenswacht.knowledge.expression;
  exports lenswacht.knowledge.feed;
}
