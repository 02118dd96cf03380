package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation;

/// Tells which addresses are which asset, and who each asset is. The same sightings always give the
/// same assets, in whatever order they come: only the times in them count.
public final class AssetIdentifier {
  private static final Comparator<Front> NOW_FIRST =
      Comparator.comparing((Front front) -> !front.isCurrent())
          .thenComparing(front -> front.presence().through().isPresent())
          .thenComparing(Front.ORDER);

  private final Function<List<Observation>, Identification> identifier;

  /// @param identifier tells what one asset is from everything that was observed about it
  public AssetIdentifier(Function<List<Observation>, Identification> identifier) {
    this.identifier = identifier;
  }

  /// Every asset that the sightings tell of, in the order of the addresses.
  ///
  /// @param sightings what was seen, of any number of addresses
  /// @param gateways addresses of routers, as far as known
  public List<IdentifiedAsset> identify(Collection<Sighted> sightings, Set<InetAddress> gateways) {
    Map<InetAddress, List<Sighted>> byAddress = new TreeMap<>(Presence.BY_NUMBER);
    for (Sighted sighted : sightings) {
      byAddress
          .computeIfAbsent(sighted.fact().service().address(), first -> new ArrayList<>())
          .add(sighted);
    }
    List<Front> fronts = new ArrayList<>();
    byAddress.forEach(
        (address, sighted) -> {
          List<Sighted> ordered = sighted.stream().distinct().sorted(Sighted.ORDER).toList();
          fronts.addAll(AddressReading.fronts(address, ordered, identifier));
        });
    fronts.sort(Front.ORDER);
    Joining joining = new Joining(List.copyOf(fronts), gateways);
    List<Joining.Part> parts = new ArrayList<>();
    for (Joining.Part part : joining.parts()) {
      parts.add(new Joining.Part(part.fronts().stream().sorted(NOW_FIRST).toList(), part.joins()));
    }
    new Changes(parts.stream().map(Joining.Part::fronts).toList()).warn();
    parts.sort(
        Comparator.comparing((Joining.Part part) -> first(part).address(), Presence.BY_NUMBER)
            .thenComparing(AssetIdentifier::first, NOW_FIRST));
    Set<String> names = new HashSet<>();
    List<IdentifiedAsset> met =
        parts.stream()
            .map(part -> asset(free(first(part).presence().name(), names), part, joining, gateways))
            .toList();
    return new Recorders(identifier, met).linked();
  }

  private static Front first(Joining.Part part) {
    return part.fronts().getFirst();
  }

  /// The name, or with a number behind it where another asset has it already.
  static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "#" + i;
    }
    return free;
  }

  private IdentifiedAsset asset(
      String name, Joining.Part part, Joining joining, Set<InetAddress> gateways) {
    List<Sighted> sighted = new ArrayList<>();
    List<Caution> cautions = new ArrayList<>();
    for (Front front : part.fronts()) {
      boolean isRouter = front.isRouter() || gateways.contains(front.address());
      front.sighted().stream()
          .filter(one -> isRouter || isOwn(one.fact(), joining.routerMacs()))
          .forEach(sighted::add);
      front.cautions().stream().filter(it -> !cautions.contains(it)).forEach(cautions::add);
    }
    sighted.sort(Sighted.ORDER);
    cautions.sort(Caution.ORDER);
    List<Observation> observations = sighted.stream().map(Sighted::fact).toList();
    boolean isAsRead =
        part.fronts().size() == 1 && observations.size() == first(part).sighted().size();
    Identification identification =
        isAsRead ? first(part).identification() : identifier.apply(observations);
    boolean isBelieved = part.fronts().stream().allMatch(Front::isBelieved);
    return new IdentifiedAsset(
        name,
        new Trace(part.fronts().stream().map(Front::presence).toList(), part.joins(), cautions),
        mac(observations),
        isBelieved ? identification : identification.notBelieved(),
        observations);
  }

  /// Whether the fact is the asset's own: the hardware address of a router that answers for it is
  /// not.
  private static boolean isOwn(Observation fact, Set<String> routerMacs) {
    return !(fact instanceof Observation.HardwareAddress hardware)
        || !hardware.service().isHost()
        || !routerMacs.contains(hardware.mac().hex());
  }

  /// The hardware address from which it was heard, else the one it gives itself.
  private static Optional<MacAddress> mac(List<Observation> observations) {
    List<Observation.HardwareAddress> all =
        observations.stream()
            .filter(Observation.HardwareAddress.class::isInstance)
            .map(Observation.HardwareAddress.class::cast)
            .toList();
    return all.stream()
        .filter(hardware -> hardware.service().isHost())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(Observation.HardwareAddress::mac);
  }

  /// What changed its address, and which address changed hands.
  private static final class Changes {
    private static final long ANOTHER_VISIT = 3600;

    private final List<List<Front>> assets;
    private final Map<InetAddress, List<List<Front>>> at = new HashMap<>();

    Changes(List<List<Front>> assets) {
      this.assets = assets;
      for (List<Front> asset : assets) {
        asset.stream()
            .filter(front -> front.presence().through().isEmpty())
            .map(Front::address)
            .distinct()
            .forEach(address -> at.computeIfAbsent(address, none -> new ArrayList<>()).add(asset));
      }
    }

    void warn() {
      for (List<Front> asset : assets) {
        for (Front old : asset) {
          if (!old.isCurrent()) {
            handsChanged(asset, old);
          }
          for (Front now : asset) {
            moved(asset, old, now);
          }
        }
      }
    }

    private void handsChanged(List<Front> asset, Front old) {
      for (List<Front> other : at.getOrDefault(old.address(), List.of())) {
        if (other != asset) {
          for (Front later : other) {
            if (later.address().equals(old.address())
                && old.presence().isBefore(later.presence())) {
              handsChanged(old, later);
            }
          }
        }
      }
    }

    private static void handsChanged(Front old, Front later) {
      Caution caution =
          new Caution(
              Caution.Kind.ADDRESS_CHANGED_HANDS,
              old.traits().contradict(later.traits()) ? Confidence.CERTAIN : Confidence.LIKELY,
              List.of(old.address()),
              new TreeMap<>(
                  Map.of(
                      "address",
                      old.address().getHostAddress(),
                      "since",
                      later.presence().first().toString())),
              marks(old, later));
      old.warn(caution);
      later.warn(caution);
    }

    private void moved(List<Front> asset, Front old, Front now) {
      boolean isApart =
          !old.address().equals(now.address())
              && old.presence().isBefore(now.presence())
              && now.isCurrent();
      if (!isApart) {
        return;
      }
      boolean isTaken =
          !old.isCurrent()
              && at.getOrDefault(old.address(), List.of()).stream().anyMatch(it -> it != asset);
      boolean isLongAfter =
          old.presence().last().plusSeconds(ANOTHER_VISIT).isBefore(now.presence().first());
      if (isTaken || isLongAfter) {
        Caution caution =
            new Caution(
                Caution.Kind.ADDRESS_CHANGED,
                isTaken ? Confidence.CERTAIN : Confidence.HINT,
                List.of(old.address(), now.address()),
                new TreeMap<>(
                    Map.of(
                        "from",
                        old.address().getHostAddress(),
                        "to",
                        now.address().getHostAddress())),
                marks(old, now));
        old.warn(caution);
      }
    }

    private static List<EvidenceId> marks(Front one, Front other) {
      List<EvidenceId> evidence = new ArrayList<>();
      one.marks().values().forEach(evidence::addAll);
      other.marks().values().forEach(evidence::addAll);
      return evidence;
    }
  }
}
