package lenswacht.fingerprint.asset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Conclusion;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.Channel;

/// Reads what one asset says of its channels. What is surely a camera and names no source for them
/// has sensors instead.
final class ChannelReading {
  /// More sensors than a housing has.
  private static final int MOST_SENSORS = 16;

  private static final int MOST_TOLD = 256;

  private static final Pattern STREAM =
      Pattern.compile("(?i)(?:channels/(\\d{1,3})0[123]|channel=(\\d{1,3}))");

  /// Where a number of channels stands.
  private enum Count {
    ANALOGUE("AnalogChannelNum="),
    DIGITAL("DigitalChannelNum="),
    OWN_INPUTS("VideoInputChannels="),
    REMOTE_INPUTS("RemoteVideoInputChannels="),
    XIONGMAI("xiongmai.ChannelNum="),
    TVT("tvt.channels="),
    ONVIF("VideoSources="),
    TRACKS("video=");

    private final String before;

    Count(String before) {
      this.before = before;
    }
  }

  private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
  private final TreeMap<Integer, SeenChannel> told = new TreeMap<>();
  private final List<EvidenceId> evidence = new ArrayList<>();
  private final Set<Integer> streams = new TreeSet<>();

  private ChannelReading(List<Observation> observations) {
    for (Observation fact : observations) {
      switch (fact) {
        case Observation.Stated stated -> count(stated);
        case Channel channel ->
            tell(
                new SeenChannel(
                    channel.number(),
                    channel.name(),
                    channel.source(),
                    channel.use(),
                    Optional.empty(),
                    List.of(channel.evidence())));
        case Observation.OpenStream stream -> stream(stream);
        case Observation.Listening _,
            Observation.HardwareAddress _,
            Observation.ClockOffset _,
            Observation.Activation _,
            Observation.CloudRelay _,
            Observation.AnonymousRead _,
            Observation.Cleartext _,
            Observation.Outbound _,
            Observation.Picture _,
            Observation.OuterAddress _,
            Observation.PortMapping _,
            Observation.MappingsRead _,
            Observation.OpensPorts _,
            Observation.SixFirewall _ -> {
          // These speak of no channel.
        }
      }
    }
  }

  /// The channels or sensors of the asset that all `observations` are about.
  static Channels of(List<Observation> observations, Identification identification) {
    ChannelReading reading = new ChannelReading(observations);
    int counted = reading.counted(reading.count(Count.ANALOGUE) + reading.count(Count.DIGITAL));
    boolean hasSources =
        reading.told.values().stream().anyMatch(it -> !SourceMarks.of(it.source()).isEmpty());
    int sensors =
        Math.max(
            reading.counted(Math.max(reading.count(Count.ANALOGUE), reading.count(Count.DIGITAL))),
            reading.streams.size());
    if (isSurelyCamera(identification) && !hasSources && sensors <= MOST_SENSORS) {
      return sensors < 2
          ? Channels.NONE
          : new Channels(0, List.of(), List.of(), sensors, reading.confidence(), reading.evidence);
    }
    if (!hasSources && counted < 2 && !isVideo(identification) && reading.streams.isEmpty()) {
      return Channels.NONE;
    }
    return counted < 2 && reading.told.isEmpty()
        ? Channels.NONE
        : new Channels(
            counted < 2 ? 0 : counted,
            List.copyOf(reading.told.values()),
            List.of(),
            0,
            reading.confidence(),
            reading.evidence);
  }

  /// Televisions and radios have lists of channels too.
  private static boolean isVideo(Identification identification) {
    return identification.identity().kind().isVideo();
  }

  /// Whether it is one housing that takes pictures itself.
  static boolean isSurelyCamera(Identification identification) {
    Optional<Conclusion> kind = identification.conclusion(Claim.Attribute.KIND);
    return kind.isPresent()
        && kind.get().confidence() != Confidence.HINT
        && switch (AssetKind.valueOf(kind.get().value())) {
          case CAMERA, DOORBELL -> true;
          case RECORDER, ENCODER, OTHER, UNKNOWN -> false;
        };
  }

  private void count(Observation.Stated stated) {
    switch (stated.observable()) {
      case SADP_FIELD, DHIP_FIELD, VENDOR_FIELD, ONVIF_FIELD, RTSP_SDP -> {
        for (Count count : Count.values()) {
          if (stated.value().startsWith(count.before)) {
            String number = stated.value().substring(count.before.length()).strip();
            if (number.matches("\\d{1,3}") && Integer.parseInt(number) > 0) {
              counts.merge(count, Integer.parseInt(number), Math::max);
              evidence.add(stated.evidence());
            }
            return;
          }
        }
      }
      default -> {
        // Nothing else counts channels.
      }
    }
  }

  private int count(Count count) {
    return counts.getOrDefault(count, 0);
  }

  /// What several protocols say is the same number told twice. Analogue and digital channels of
  /// SADP add up in a recorder and are the same in a camera.
  private int counted(int bySadp) {
    int most = bySadp;
    for (Count other :
        List.of(
            Count.OWN_INPUTS,
            Count.REMOTE_INPUTS,
            Count.XIONGMAI,
            Count.TVT,
            Count.ONVIF,
            Count.TRACKS)) {
      most = Math.max(most, count(other));
    }
    return most;
  }

  /// Tracks of a session description may be one picture in several sizes.
  private Confidence confidence() {
    boolean isSaid =
        counts.entrySet().stream()
            .anyMatch(one -> one.getKey() != Count.TRACKS && one.getValue() > 1);
    return isSaid || streams.size() > 1 ? Confidence.CERTAIN : Confidence.LIKELY;
  }

  private void stream(Observation.OpenStream stream) {
    Matcher path = STREAM.matcher(stream.path());
    if (path.find()) {
      int number = Integer.parseInt(path.group(1) == null ? path.group(2) : path.group(1));
      streams.add(number);
      tell(
          new SeenChannel(
              number,
              "",
              Channel.Source.UNTOLD,
              Channel.Use.IN_USE,
              Optional.empty(),
              List.of(stream.evidence())));
    }
  }

  private void tell(SeenChannel channel) {
    evidence.addAll(channel.evidence());
    SeenChannel known = told.get(channel.number());
    if (known != null || told.size() < MOST_TOLD) {
      told.put(channel.number(), known == null ? channel : both(known, channel));
    }
  }

  private static SeenChannel both(SeenChannel one, SeenChannel other) {
    List<EvidenceId> evidence = new ArrayList<>(one.evidence());
    evidence.addAll(other.evidence());
    return new SeenChannel(
        one.number(),
        one.name().isEmpty() ? other.name() : one.name(),
        one.source().tellsNothing() ? other.source() : one.source(),
        use(one.use(), other.use()),
        Optional.empty(),
        evidence);
  }

  private static Channel.Use use(Channel.Use one, Channel.Use other) {
    return switch (one) {
      case NOT_DETERMINED -> other;
      case IN_USE, FREE ->
          switch (other) {
            case NOT_DETERMINED -> one;
            case IN_USE, FREE -> one == other ? one : Channel.Use.NOT_DETERMINED;
          };
    };
  }
}
