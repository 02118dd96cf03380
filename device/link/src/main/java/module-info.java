/// Both ends of the cable between the device and the console.
module lenswacht.link {
  requires static transitive org.jspecify;
  requires transitive lenswacht.observation;
  requires com.fazecast.jSerialComm;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;

  exports lenswacht.link;
  exports lenswacht.link.update;
}
