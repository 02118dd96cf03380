/// How one question is put to one host, and the one door to the network.
module lenswacht.probe {
  requires static transitive org.jspecify;
  requires transitive lenswacht.observation;
  requires java.xml;
  requires tools.jackson.databind;

  exports lenswacht.probe;
  exports lenswacht.probe.capture;
  exports lenswacht.probe.listen;
  exports lenswacht.probe.net;
  exports lenswacht.probe.question;
  exports lenswacht.probe.rtsp;
}
