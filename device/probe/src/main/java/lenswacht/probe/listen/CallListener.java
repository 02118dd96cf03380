package lenswacht.probe.listen;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.Observation.Means;
import lenswacht.observation.Service;
import lenswacht.probe.frame.DnsLookup;
import lenswacht.probe.frame.IpPacket;
import lenswacht.probe.frame.OutwardMessage;
import lenswacht.probe.frame.QuicHello;
import lenswacht.probe.frame.TcpSegment;
import lenswacht.probe.frame.TlsHello;
import lenswacht.probe.frame.UdpDatagram;
import lenswacht.probe.listen.Calls.Call;
import lenswacht.probe.question.Parsed;

/// Tells calls to services outside from other packets. For one thread.
final class CallListener {
  private final Calls calls;

  CallListener(Calls calls) {
    this.calls = calls;
  }

  /// Takes in a packet of TCP; the kind that it is counted under, where it has one.
  Optional<String> tcp(Instant at, IpPacket packet) {
    if (!(TcpSegment.parse(packet.payload()) instanceof Parsed.Good<TcpSegment>(TcpSegment seg))) {
      return Optional.of("unread");
    }
    Bytes payload = seg.payload();
    if (TlsHello.mayBegin(payload)) {
      Service peer = Service.tcp(packet.destination(), seg.port());
      if (TlsHello.parse(payload) instanceof Parsed.Good<TlsHello>(TlsHello hello)) {
        calls.name(call(at, packet, Means.TLS, peer, payload), hello.server());
      }
      return Optional.of("tls-hello");
    }
    if (seg.opens() && seg.port() != 0 && calls.knowsAddresses()) {
      Service peer = Service.tcp(packet.destination(), seg.port());
      calls.reached(call(at, packet, Means.FLOW, peer, packet.payload()), packet.destination());
    }
    return Optional.empty();
  }

  /// Takes in a datagram to one host; the kind that it is counted under, where it has one.
  Optional<String> udp(Instant at, IpPacket packet, UdpDatagram datagram) {
    Bytes payload = datagram.payload();
    int port = datagram.port();
    if (port == DnsLookup.PORT || datagram.sourcePort() == DnsLookup.PORT) {
      if (DnsLookup.parse(payload) instanceof Parsed.Good<DnsLookup>(DnsLookup lookup)) {
        lookup(at, packet, payload, lookup);
        return Optional.of("dns");
      }
      return Optional.of("unread");
    }
    if (port == 0) {
      return Optional.empty();
    }
    InetAddress whom = packet.destination();
    Service peer = Service.udp(whom, port);
    if (port == OutwardMessage.TIME_PORT && OutwardMessage.asksTime(payload)) {
      calls.anybody(call(at, packet, Means.NTP, peer, payload), whom);
      return Optional.of("ntp");
    }
    if (OutwardMessage.asksOwnAddress(payload)) {
      calls.anybody(call(at, packet, Means.STUN, peer, payload), whom);
      return Optional.of("stun");
    }
    if (QuicHello.mayBe(payload)) {
      if (QuicHello.parse(payload) instanceof Parsed.Good<TlsHello>(TlsHello hello)) {
        calls.name(call(at, packet, Means.QUIC, peer, payload), hello.server());
      }
      return Optional.of("quic-hello");
    }
    if (calls.knowsAddresses()) {
      calls.reached(call(at, packet, Means.FLOW, peer, payload), whom);
    }
    return Optional.empty();
  }

  private void lookup(Instant at, IpPacket packet, Bytes payload, DnsLookup lookup) {
    if (lookup.isReply()) {
      calls.answered(lookup.name(), lookup.addresses());
    } else {
      calls.name(
          new Call(at, packet.source(), Means.DNS, Optional.empty(), payload), lookup.name());
    }
  }

  private static Call call(Instant at, IpPacket packet, Means means, Service peer, Bytes bytes) {
    return new Call(at, packet.source(), means, Optional.of(peer), bytes);
  }
}
