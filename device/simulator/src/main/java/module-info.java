/// A building to practise on.
module lenswacht.simulator {
  requires static transitive org.jspecify;
  requires tools.jackson.databind;
  requires info.picocli;

  exports lenswacht.simulator;

  opens lenswacht.simulator to
      info.picocli;
}
