package lenswacht.probe.listen;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;

/// What one frame tells of the host that sent it, before it is known at which address that host is.
///
/// @param by the protocol, for example `arp`
/// @param address where the host is, where the frame says
/// @param mac its hardware address, where the frame says
/// @param source the bytes
/// @param said what it says, in order; blank texts say nothing
record Announcement(
    String by,
    Optional<InetAddress> address,
    Optional<MacAddress> mac,
    Original source,
    List<Said> said) {
  Announcement {
    said = said.stream().filter(one -> !one.value.isBlank()).toList();
  }

  /// One text and what it was read from.
  record Said(Observable observable, String value) {
    static Said field(Observable observable, String name, String value) {
      return new Said(observable, value.isBlank() ? "" : name + "=" + value.strip());
    }
  }

  /// The bytes that were heard.
  ///
  /// @param at when
  /// @param kept what is kept of them
  /// @param truncated whether a limit cut them
  /// @param redacted whether secrets were blanked
  record Original(Instant at, Bytes kept, boolean truncated, boolean redacted) {
    /// Most octets of a frame that are kept.
    static final int LONGEST = 1600;

    static Original of(Instant at, Bytes frame, boolean cut) {
      return new Original(at, frame.head(LONGEST), cut || frame.length() > LONGEST, false);
    }
  }

  /// The same, once the host's address is known.
  Heard at(InetAddress host) {
    Service service = Service.host(host);
    Evidence evidence =
        Evidence.of(
            source.at, service, "heard: " + by, source.kept, source.truncated, source.redacted);
    List<Observation> facts = new ArrayList<>();
    mac.ifPresent(
        known -> facts.add(new Observation.HardwareAddress(service, known, evidence.id())));
    said.forEach(
        one ->
            facts.add(new Observation.Stated(service, one.observable, one.value, evidence.id())));
    return new Heard(by, service, new ProbeOutcome.Answered(facts, List.of(evidence)));
  }
}
