package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.Trust;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;

/// Puts assets in relation to the channels that others tell of: what delivers a channel's pictures
/// is linked where it was seen directly, and is an asset seen through the other where it was not.
final class Recorders {
  private final Function<List<Observation>, Identification> identifier;
  private final List<IdentifiedAsset> assets;
  private final Map<InetAddress, List<IdentifiedAsset>> byAddress = new HashMap<>();
  private final Map<String, IdentifiedAsset> bySerial = new HashMap<>();
  private final Map<String, IdentifiedAsset> byMac = new HashMap<>();
  private final Map<InetAddress, List<Integer>> passedOnAt = new HashMap<>();
  private final Map<String, Behind> behind = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  /// @param identifier tells what one asset is
  /// @param assets everything that was met, in order
  Recorders(Function<List<Observation>, Identification> identifier, List<IdentifiedAsset> assets) {
    this.identifier = identifier;
    this.assets = assets;
    for (int at = 0; at < assets.size(); at++) {
      IdentifiedAsset asset = assets.get(at);
      names.add(asset.name());
      for (InetAddress address : asset.trace().addresses()) {
        byAddress.computeIfAbsent(address, first -> new ArrayList<>()).add(asset);
      }
      for (Presence met : asset.trace().presences()) {
        if (met.through().isPresent()) {
          passedOnAt.computeIfAbsent(met.address(), first -> new ArrayList<>()).add(at);
        }
      }
      SerialMask.serials(asset)
          .forEach(serial -> bySerial.putIfAbsent(Serials.bare(serial), asset));
      asset.mac().ifPresent(mac -> byMac.putIfAbsent(mac.hex(), asset));
    }
  }

  /// Every asset, each with its channels; what was seen only through another stands behind it.
  List<IdentifiedAsset> linked() {
    Map<String, IdentifiedAsset> linked = new LinkedHashMap<>();
    for (IdentifiedAsset asset : assets) {
      linked.put(asset.name(), linked(asset));
    }
    Map<String, List<Behind>> after = new HashMap<>();
    behind
        .values()
        .forEach(it -> after.computeIfAbsent(it.recorder, n -> new ArrayList<>()).add(it));
    List<IdentifiedAsset> all = new ArrayList<>();
    linked.forEach(
        (name, asset) -> {
          all.add(asset);
          after.getOrDefault(name, List.of()).forEach(it -> all.add(it.asset(identifier)));
        });
    return all;
  }

  private IdentifiedAsset linked(IdentifiedAsset asset) {
    Channels said = ChannelReading.of(asset.observations(), asset.identification());
    List<SeenChannel> told =
        said.told().stream()
            .map(channel -> delivery(asset, channel).map(channel::from).orElse(channel))
            .toList();
    List<String> besides = besides(asset, told);
    boolean isSaid = said.isTold() || said.sensors() > 0;
    Channels channels =
        isSaid || !besides.isEmpty()
            ? new Channels(
                said.counted(),
                told,
                besides,
                said.sensors(),
                isSaid ? said.confidence() : Confidence.LIKELY,
                said.evidence())
            : Channels.NONE;
    List<Caution> cautions = new ArrayList<>(asset.trace().cautions());
    if (said.isTold()) {
      cautions.add(caution(asset, channels));
    }
    cautions.sort(Caution.ORDER);
    return new IdentifiedAsset(
        asset.name(),
        new Trace(asset.trace().presences(), asset.trace().joins(), cautions, channels),
        asset.mac(),
        asset.identification(),
        asset.observations());
  }

  private static Caution caution(IdentifiedAsset asset, Channels channels) {
    TreeMap<String, String> words = new TreeMap<>();
    words.put("channels", Integer.toString(channels.all()));
    words.put("direct", Integer.toString(channels.direct()));
    words.put("through", Integer.toString(channels.through()));
    words.put("free", Integer.toString(channels.free()));
    words.put("unseen", Integer.toString(channels.unseen()));
    return new Caution(
        Caution.Kind.CHANNELS_BEHIND,
        channels.confidence(),
        asset.trace().addresses(),
        words,
        channels.evidence());
  }

  /// What else was seen through the asset: its words were passed on, and no channel names it.
  private List<String> besides(IdentifiedAsset recorder, List<SeenChannel> told) {
    Set<String> named = new HashSet<>();
    told.forEach(it -> it.delivered().ifPresent(delivery -> named.add(delivery.asset())));
    return passedOnBy(recorder)
        .filter(one -> one != recorder && !named.contains(one.name()))
        .map(IdentifiedAsset::name)
        .toList();
  }

  /// What was met at an address of the recorder because somebody there passed its words on, in the
  /// order of all assets.
  private Stream<IdentifiedAsset> passedOnBy(IdentifiedAsset recorder) {
    SortedSet<Integer> places = new TreeSet<>();
    for (InetAddress address : recorder.trace().addresses()) {
      places.addAll(passedOnAt.getOrDefault(address, List.of()));
    }
    return places.stream().map(assets::get);
  }

  private Optional<SeenChannel.Delivery> delivery(IdentifiedAsset recorder, SeenChannel channel) {
    return marked(recorder, channel)
        .map(asset -> seen(asset, Confidence.CERTAIN))
        .or(() -> addressed(recorder, channel).map(asset -> seen(asset, Confidence.LIKELY)))
        .or(
            () ->
                isDelivering(recorder, channel)
                    ? Optional.of(unseen(recorder, channel))
                    : Optional.empty());
  }

  private static SeenChannel.Delivery seen(IdentifiedAsset asset, Confidence confidence) {
    return new SeenChannel.Delivery(asset.name(), !asset.trace().isSeenThrough(), confidence);
  }

  /// The asset whose serial number or hardware address the channel names.
  private Optional<IdentifiedAsset> marked(IdentifiedAsset recorder, SeenChannel channel) {
    SourceMarks marks = SourceMarks.of(channel.source());
    return marks
        .serial()
        .map(bySerial::get)
        .or(() -> marks.mac().map(mac -> byMac.get(mac.hex())))
        .filter(asset -> asset != recorder);
  }

  /// The one asset at the address that the channel names, unless its hardware address is another;
  /// else what the recorder passed on of that address.
  private Optional<IdentifiedAsset> addressed(IdentifiedAsset recorder, SeenChannel channel) {
    Optional<InetAddress> address = address(recorder, channel);
    boolean namesCard = SourceMarks.of(channel.source()).mac().isPresent();
    List<IdentifiedAsset> there =
        address.map(it -> byAddress.getOrDefault(it, List.of())).orElse(List.of()).stream()
            .filter(one -> !namesCard || one.mac().isEmpty())
            .toList();
    return there.size() == 1
        ? Optional.of(there.getFirst())
        : address.flatMap(
            own ->
                passedOnBy(recorder)
                    .filter(one -> isPassedOn(one, recorder, own.getHostAddress()))
                    .findFirst());
  }

  private static boolean isPassedOn(IdentifiedAsset one, IdentifiedAsset recorder, String own) {
    return one.trace().presences().stream()
        .anyMatch(
            met ->
                met.through().equals(Optional.of(own))
                    && recorder.trace().addresses().contains(met.address()));
  }

  /// Whether the channel says that something is there: where it comes from, or, in the words of
  /// what is known to have channels, that it is in use.
  private static boolean isDelivering(IdentifiedAsset recorder, SeenChannel channel) {
    return switch (channel.use()) {
      case FREE -> false;
      case NOT_DETERMINED -> !channel.source().tellsNothing();
      case IN_USE ->
          !channel.source().tellsNothing()
              || switch (recorder.identification().identity().kind()) {
                case RECORDER, ENCODER -> true;
                case CAMERA, DOORBELL, OTHER, UNKNOWN -> false;
              };
    };
  }

  private SeenChannel.Delivery unseen(IdentifiedAsset recorder, SeenChannel channel) {
    Behind found =
        behind.computeIfAbsent(
            key(recorder, channel),
            first ->
                new Behind(recorder.name(), AssetIdentifier.free(label(recorder, channel), names)));
    found.deliver(recorder, channel);
    return new SeenChannel.Delivery(found.name, false, Confidence.LIKELY);
  }

  /// What tells the source from every other: its marks hold everywhere, its address only behind one
  /// recorder.
  private static String key(IdentifiedAsset recorder, SeenChannel channel) {
    SourceMarks marks = SourceMarks.of(channel.source());
    return marks
        .serial()
        .map(serial -> "serial " + serial)
        .or(() -> marks.mac().map(mac -> "mac " + mac.hex()))
        .orElseGet(() -> label(recorder, channel));
  }

  private static String label(IdentifiedAsset recorder, SeenChannel channel) {
    return recorder.name() + "/" + own(recorder, channel);
  }

  /// The address that the source is said to have, or its channel.
  private static String own(IdentifiedAsset recorder, SeenChannel channel) {
    return address(recorder, channel)
        .map(InetAddress::getHostAddress)
        .orElse("ch" + channel.number());
  }

  /// The address that the source is said to have; none where that is the recorder itself.
  private static Optional<InetAddress> address(IdentifiedAsset recorder, SeenChannel channel) {
    return SourceMarks.of(channel.source())
        .address()
        .filter(it -> !recorder.trace().addresses().contains(it));
  }

  /// What was seen only through channels.
  private static final class Behind {
    private final String recorder;
    private final String name;
    private final List<SeenChannel> channels = new ArrayList<>();
    private final List<Presence> presences = new ArrayList<>();
    private final List<Caution> cautions = new ArrayList<>();
    private final Map<String, List<SeenChannel>> byRecorder = new LinkedHashMap<>();
    private final Map<String, IdentifiedAsset> recorders = new LinkedHashMap<>();

    Behind(String recorder, String name) {
      this.recorder = recorder;
      this.name = name;
    }

    void deliver(IdentifiedAsset by, SeenChannel channel) {
      channels.add(channel);
      byRecorder.computeIfAbsent(by.name(), first -> new ArrayList<>()).add(channel);
      recorders.put(by.name(), by);
    }

    IdentifiedAsset asset(Function<List<Observation>, Identification> identifier) {
      recorders.values().forEach(this::met);
      Optional<MacAddress> mac =
          channels.stream().flatMap(it -> SourceMarks.of(it.source()).mac().stream()).findFirst();
      return new IdentifiedAsset(
          name,
          new Trace(presences, List.of(), cautions),
          mac,
          identification(identifier, mac),
          List.of());
    }

    private void met(IdentifiedAsset by) {
      List<SeenChannel> delivering = byRecorder.getOrDefault(by.name(), List.of());
      Presence place = by.trace().presences().getFirst();
      presences.add(
          new Presence(
              place.address(),
              place.ports(),
              Optional.of(own(by, delivering.getFirst())),
              place.first(),
              place.last()));
      TreeMap<String, String> words = new TreeMap<>();
      words.put("recorder", by.name());
      words.put(
          "channels",
          String.join(", ", delivering.stream().map(it -> Integer.toString(it.number())).toList()));
      cautions.add(
          new Caution(
              Caution.Kind.SEEN_ON_CHANNEL,
              Confidence.LIKELY,
              List.of(place.address()),
              words,
              delivering.stream().flatMap(it -> it.evidence().stream()).toList()));
    }

    /// What the channels say of it: that it takes pictures, and what its hardware address, model
    /// and serial number give away.
    private Identification identification(
        Function<List<Observation>, Identification> identifier, Optional<MacAddress> mac) {
      SeenChannel first = channels.getFirst();
      InetAddress at = presences.getFirst().address();
      Identification base =
          identifier.apply(
              mac.<List<Observation>>map(
                      it ->
                          List.of(
                              new Observation.HardwareAddress(
                                  Service.host(at), it, first.evidence().getFirst())))
                  .orElse(List.of()));
      List<Claim> claims = new ArrayList<>();
      claims.add(
          claim(Claim.Attribute.KIND, AssetKind.CAMERA.name(), first, "channel " + first.number()));
      for (SeenChannel channel : channels) {
        if (!channel.source().model().isEmpty()) {
          String model = channel.source().model();
          claims.add(claim(Claim.Attribute.MODEL, model, channel, model));
        }
        if (!channel.source().serial().isEmpty()) {
          String serial = channel.source().serial();
          claims.add(claim(Claim.Attribute.SERIAL, serial, channel, serial));
        }
      }
      return base.with(claims);
    }

    private static Claim claim(
        Claim.Attribute attribute, String value, SeenChannel channel, String seen) {
      return new Claim(
          attribute,
          value,
          Confidence.LIKELY,
          Trust.VENDOR_FIELD,
          Claim.FROM_CHANNEL,
          Optional.empty(),
          seen,
          channel.evidence().getFirst());
    }
  }
}
