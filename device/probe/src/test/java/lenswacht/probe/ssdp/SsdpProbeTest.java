package lenswacht.probe.ssdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import lenswacht.observation.Bytes;
import lenswacht.observation.Observable;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.Listener;
import lenswacht.probe.net.Mandates;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.question.Answers;
import org.junit.jupiter.api.Test;

class SsdpProbeTest {
  private static final String XML =
      "<?xml version=\"1.0\"?><root xmlns=\"urn:schemas-upnp-org:device-1-0\"><device>"
          + "<friendlyName>Lobby</friendlyName><manufacturer>ACME</manufacturer>"
          + "<modelName>Cam 5</modelName><modelNumber>C5</modelNumber>"
          + "<serialNumber>00005E00530D</serialNumber></device></root>";

  private final SsdpProbe probe = new SsdpProbe();

  @Test
  void reply_tells_server_type_and_location() {
    ProbeOutcome outcome = probe.read(Answers.heard(Bytes.utf8(reply("http://192.0.2.9/d.xml"))));
    assertThat(Answers.stated(outcome, Observable.SSDP_SERVER)).containsExactly("Linux UPnP/1.0");
    assertThat(Answers.stated(outcome, Observable.SSDP_TYPE)).contains("upnp:rootdevice");
    assertThat(Answers.stated(outcome, Observable.SSDP_LOCATION))
        .containsExactly("http://192.0.2.9/d.xml");
  }

  @Test
  void question_of_another_host_is_no_answer() {
    assertThat(probe.read(Answers.heard(Bytes.utf8("M-SEARCH * HTTP/1.1\r\nST: x\r\n\r\n"))))
        .isInstanceOf(ProbeOutcome.Garbled.class);
  }

  @Test
  void broken_replies_are_read_or_refused() {
    Answers.readOrRefused(probe, Bytes.utf8(reply("http://192.0.2.9/d.xml")));
  }

  @Test
  void description_is_fetched_from_the_host_that_answered() throws Exception {
    try (DatagramSocket answering = answering("127.71.5.1", "http://127.71.5.1:49152/d.xml");
        Listener web = Listener.answering("127.71.5.1", 49_152, "HTTP/1.0 200 OK\r\n\r\n" + XML);
        NetworkDoor door = Mandates.door("127.71.5.0/24")) {
      ProbeOutcome outcome = new DescriptionProbe().ask(service("127.71.5.1"), door);

      assertThat(Answers.stated(outcome, Observable.UPNP_MANUFACTURER)).containsExactly("ACME");
      assertThat(Answers.stated(outcome, Observable.UPNP_MODEL)).containsExactly("Cam 5");
      assertThat(Answers.stated(outcome, Observable.UPNP_SERIAL)).containsExactly("00005E00530D");
      assertThat(web.accepted()).isEqualTo(1);
      assertThat(answering.isClosed()).isFalse();
    }
  }

  @Test
  void description_on_another_host_is_not_fetched() throws Exception {
    try (DatagramSocket answering = answering("127.71.5.2", "http://127.71.5.3:49152/d.xml");
        Listener other = Listener.answering("127.71.5.3", 49_152, "HTTP/1.0 200 OK\r\n\r\n" + XML);
        NetworkDoor door = Mandates.door("127.71.5.0/24")) {
      assertThat(new DescriptionProbe().ask(service("127.71.5.2"), door))
          .isEqualTo(new ProbeOutcome.NotAsked("location-not-followed"));
      assertThat(other.accepted()).isZero();
      assertThat(answering.isClosed()).isFalse();
    }
  }

  private static Service service(String address) {
    return Service.udp(InetAddress.ofLiteral(address), 1900);
  }

  private static DatagramSocket answering(String address, String location) throws IOException {
    DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), 1900));
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                DatagramPacket question = new DatagramPacket(new byte[2048], 2048);
                socket.receive(question);
                byte[] reply = Bytes.utf8(reply(location)).toArray();
                socket.send(new DatagramPacket(reply, reply.length, question.getSocketAddress()));
              } catch (IOException closed) {
                // The test is over.
              }
            });
    return socket;
  }

  private static String reply(String location) {
    return "HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\nUSN: uuid:1::upnp:rootdevice\r\nLOCATION: "
        + location
        + "\r\nSERVER: Linux UPnP/1.0\r\n\r\n";
  }
}
