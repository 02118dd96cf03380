package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.Trust;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;

/// What one asset shows at one address, as far as a single address tells: the smallest part of
/// which it is asked to whom it belongs.
final class Front {
  static final Comparator<Front> ORDER = Comparator.comparing(Front::presence, Presence.ORDER);

  private static final Pattern UUID =
      Pattern.compile("(?i)uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final Set<String> NO_UNIT =
      Set.of("001122334455", "123456789ABC", "123456789012", "AABBCCDDEEFF", "0123456789AB");
  private static final Set<Observable> NAMES_ENDPOINT =
      EnumSet.of(Observable.ONVIF_ENDPOINT, Observable.SSDP_TYPE);

  private final Presence presence;
  private final List<Sighted> sighted;
  private final Identification identification;
  private final boolean isCurrent;
  private final Traits traits = new Traits();
  private final SortedMap<Mark, List<EvidenceId>> marks = new TreeMap<>();
  private final List<Caution> cautions = new ArrayList<>();
  private boolean isBelieved = true;

  /// @param presence where
  /// @param sighted what was seen there, in order
  /// @param identification what that means by itself
  /// @param isCurrent whether nobody else answered there later
  Front(
      Presence presence, List<Sighted> sighted, Identification identification, boolean isCurrent) {
    this.presence = presence;
    this.sighted = List.copyOf(sighted);
    this.identification = identification;
    this.isCurrent = isCurrent;
    for (Sighted one : sighted) {
      read(one.fact());
    }
    modifiedEui64(presence.address());
    for (Claim claim : identification.claims()) {
      read(claim);
    }
  }

  private void read(Observation fact) {
    if (fact instanceof Observation.HardwareAddress hardware && isUnit(hardware.mac())) {
      if (hardware.service().isHost()) {
        traits.linkMac(hardware.mac());
      } else {
        traits.saidMac(hardware.mac());
      }
      mark(Mark.Kind.HARDWARE_ADDRESS, hardware.mac().hex(), fact.evidence());
    } else if (fact instanceof Observation.Stated stated) {
      Serials.in(stated)
          .ifPresent(
              serial -> {
                traits.serial(stated.observable(), serial);
                mark(Mark.Kind.SERIAL, serial, fact.evidence());
              });
      if (stated.observable() == Observable.TLS_FINGERPRINT) {
        traits.certificate(stated.service().port(), stated.value());
        mark(Mark.Kind.CERTIFICATE, stated.value(), fact.evidence());
      } else if (NAMES_ENDPOINT.contains(stated.observable())) {
        Matcher uuid = UUID.matcher(stated.value());
        if (uuid.find() && Serials.isSerial(Serials.bare(uuid.group(1)))) {
          String value = Serials.bare(uuid.group(1));
          if (stated.observable() == Observable.ONVIF_ENDPOINT) {
            traits.endpoint(value);
          }
          mark(Mark.Kind.ENDPOINT, value, fact.evidence());
        }
      }
    }
  }

  private void read(Claim claim) {
    if (claim.confidence() == Confidence.HINT) {
      return;
    }
    switch (claim.attribute()) {
      case MAKER -> {
        if (isOwnWord(claim)) {
          traits.maker(claim.value());
        }
      }
      case MODEL -> {
        if (claim.confidence() == Confidence.CERTAIN) {
          traits.model(claim.value());
        }
      }
      case KIND ->
          traits.kind(AssetKind.valueOf(claim.value()).isVideo() ? "VIDEO" : claim.value());
      case BRAND, FIRMWARE, BUILD_DATE, SERIAL -> {
        // Assets of one make share these, or they change.
      }
    }
  }

  /// Whether the claim rests on what an asset says of itself, not on what its pages look like.
  static boolean isOwnWord(Claim claim) {
    return claim.confidence() == Confidence.CERTAIN
        || (claim.confidence() == Confidence.LIKELY
            && claim.trust().compareTo(Trust.VENDOR_FIELD) >= 0);
  }

  private void mark(Mark.Kind kind, String value, EvidenceId evidence) {
    List<EvidenceId> known =
        marks.computeIfAbsent(new Mark(kind, value), first -> new ArrayList<>());
    if (!known.contains(evidence)) {
      known.add(evidence);
    }
  }

  /// An IPv6 address that was made from a hardware address tells it.
  private void modifiedEui64(InetAddress address) {
    byte[] octets = address.getAddress();
    if (octets.length == 16 && (octets[11] & 0xff) == 0xff && (octets[12] & 0xff) == 0xfe) {
      StringBuilder hex = new StringBuilder();
      for (int at : new int[] {8, 9, 10, 13, 14, 15}) {
        hex.append(String.format("%02X", octets[at] & 0xff ^ (at == 8 ? 2 : 0)));
      }
      MacAddress mac = new MacAddress(hex.toString());
      if (isUnit(mac) && !sighted.isEmpty()) {
        traits.saidMac(mac);
        mark(Mark.Kind.HARDWARE_ADDRESS, mac.hex(), sighted.getFirst().fact().evidence());
      }
    }
  }

  /// Whether it can be the address of one single network card: no group, no placeholder.
  static boolean isUnit(MacAddress mac) {
    boolean isGroup = (Integer.parseInt(mac.hex().substring(0, 2), 16) & 1) != 0;
    return !isGroup && !NO_UNIT.contains(mac.hex()) && mac.hex().chars().distinct().count() > 2;
  }

  /// Number of sensors that it says it has; 0 where nothing points to more than one.
  int sensors() {
    return ChannelReading.of(sighted.stream().map(Sighted::fact).toList(), identification)
        .sensors();
  }

  Presence presence() {
    return presence;
  }

  InetAddress address() {
    return presence.address();
  }

  List<Sighted> sighted() {
    return sighted;
  }

  Identification identification() {
    return identification;
  }

  boolean isCurrent() {
    return isCurrent;
  }

  Traits traits() {
    return traits;
  }

  /// What tells it from others, with the evidence.
  Map<Mark, List<EvidenceId>> marks() {
    return Collections.unmodifiableMap(marks);
  }

  /// Whether the hardware address is its own by its own words.
  boolean says(String mac) {
    return traits.saidMacs().contains(mac);
  }

  void warn(Caution caution) {
    if (!cautions.contains(caution)) {
      cautions.add(caution);
    }
  }

  List<Caution> cautions() {
    return List.copyOf(cautions);
  }

  void disbelieve() {
    isBelieved = false;
  }

  boolean isBelieved() {
    return isBelieved;
  }

  /// Whether it calls itself a router towards its neighbours.
  boolean isRouter() {
    return sighted.stream()
        .map(Sighted::fact)
        .anyMatch(
            fact ->
                fact instanceof Observation.Stated stated
                    && stated.observable() == Observable.NEIGHBOUR_ROLE
                    && stated.value().equals("router"));
  }

  /// The ports, for the text of an asset that shares its address.
  static TreeSet<Integer> ports(List<Sighted> sighted) {
    TreeSet<Integer> ports = new TreeSet<>();
    sighted.stream()
        .map(one -> one.fact().service())
        .filter(service -> !service.isHost())
        .forEach(service -> ports.add(service.port()));
    return ports;
  }
}
