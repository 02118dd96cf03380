package lenswacht.casefile;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.assessment.outward.WaysOut.Call;
import lenswacht.assessment.outward.WaysOut.FaceUse;
import lenswacht.assessment.outward.WaysOut.Log;
import lenswacht.assessment.outward.WaysOut.Outcome;
import lenswacht.assessment.outward.WaysOut.Trial;
import lenswacht.casefile.log.ClientPolicy;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.fingerprint.domain.Domain;
import lenswacht.fingerprint.domain.DomainCatalogue;
import lenswacht.fingerprint.domain.DomainMatcher;
import lenswacht.fingerprint.domain.Purpose;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.JournalEvent.SegmentCalled;
import lenswacht.observation.JournalEvent.WayOutTried;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.Outbound;

/// Puts together what a case knows of ways out: what assets were heard to call, what logs tell, and
/// what was tried.
final class WaysOutTale {
  private final DomainMatcher matcher = new DomainMatcher(DomainCatalogue.bundled());
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Set<String>> segmentsOfAssets = new TreeMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, List<FaceUse>> faces = new TreeMap<>();

  WaysOutTale(List<SeenAsset> assets) {
    for (SeenAsset asset : assets) {
      for (Presence presence : asset.trace().presences()) {
        InetAddress address = presence.address();
        names.put(address.getHostAddress(), asset.address());
        segmentsOfAssets
            .computeIfAbsent(asset.address(), name -> new TreeSet<>())
            .add(ClientPolicy.around(address).toString());
      }
      heard(asset);
    }
  }

  /// A call is told when it is first heard, and once more with the sum.
  private void heard(SeenAsset asset) {
    Map<EvidenceId, Outbound> sums = new HashMap<>();
    for (Observation fact : asset.observations()) {
      if (fact instanceof Outbound call) {
        sums.merge(
            call.evidence(), call, (one, other) -> one.times() >= other.times() ? one : other);
      }
    }
    for (Outbound call : sums.values()) {
      Optional<Domain> domain = matcher.find(call.name());
      String name =
          call.name().isEmpty() ? call.peer().map(Object::toString).orElse("") : call.name();
      calls.add(
          new Call(
              asset.address(),
              name,
              domain.map(Domain::operator).orElse(""),
              domain.map(Domain::country).orElse(""),
              domain
                  .map(Domain::purpose)
                  .orElse(call.means() == Observation.Means.NTP ? Purpose.TIME : Purpose.UNKNOWN),
              domain.map(Domain::isVerified).orElse(false),
              call.means().word(),
              call.times(),
              Optional.of(call.first()),
              Optional.of(call.last())));
    }
  }

  WaysOut tell(
      List<KeptLog> logs,
      List<KeptContact> contacts,
      List<SegmentCalled> segments,
      List<WayOutTried> tried) {
    contacts.forEach(this::add);
    segments.forEach(this::add);
    Set<String> watched = new HashSet<>();
    logs.forEach(log -> watched.addAll(log.segments()));
    calls.sort(
        Comparator.comparing(Call::caller).thenComparing(Call::name).thenComparing(Call::seenBy));
    return new WaysOut(
        calls,
        logs.stream().map(WaysOutTale::log).toList(),
        segmentsOfAssets.entrySet().stream()
            .filter(asset -> !watched.containsAll(asset.getValue()))
            .map(Map.Entry::getKey)
            .toList(),
        faces(watched),
        tried.stream().map(WaysOutTale::trial).toList());
  }

  private void add(KeptContact contact) {
    if (contact.purpose().isAboutFaces()) {
      addFace(
          contact.segment(),
          contact.purpose(),
          contact.domain(),
          contact.times(),
          contact.first(),
          contact.last());
    } else if (!contact.client().isEmpty()) {
      calls.add(
          new Call(
              names.getOrDefault(contact.client(), contact.client()),
              contact.domain(),
              contact.operator(),
              contact.country(),
              contact.purpose(),
              contact.isVerified(),
              contact.log(),
              contact.times(),
              contact.first(),
              contact.last()));
    }
  }

  private void add(SegmentCalled call) {
    matcher
        .find(call.name())
        .ifPresent(
            domain ->
                addFace(
                    call.segment().toString(),
                    domain.purpose(),
                    domain.suffix(),
                    call.times(),
                    Optional.of(call.first()),
                    Optional.of(call.last())));
  }

  /// That the site of a maker was called does not show that faces were recognised.
  private void addFace(
      String segment,
      Purpose purpose,
      String service,
      long times,
      Optional<Instant> first,
      Optional<Instant> last) {
    if (purpose != Purpose.FACE_MAKER) {
      faces
          .computeIfAbsent(segment, none -> new ArrayList<>())
          .add(new FaceUse(segment, Outcome.OBSERVED, service, times, first, last));
    }
  }

  private List<FaceUse> faces(Set<String> watched) {
    Set<String> all = new TreeSet<>(watched);
    segmentsOfAssets.values().forEach(all::addAll);
    all.addAll(faces.keySet());
    List<FaceUse> told = new ArrayList<>();
    for (String segment : all) {
      List<FaceUse> observed = faces.getOrDefault(segment, List.of());
      told.addAll(observed);
      if (observed.isEmpty()) {
        Outcome outcome = watched.contains(segment) ? Outcome.NOT_OBSERVED : Outcome.CANNOT_TELL;
        told.add(new FaceUse(segment, outcome, "", 0, Optional.empty(), Optional.empty()));
      }
    }
    return told;
  }

  private static Log log(KeptLog log) {
    return new Log(
        log.name(),
        log.format(),
        log.first(),
        log.last(),
        log.segments(),
        log.lines(),
        log.broken());
  }

  private static Trial trial(WayOutTried tried) {
    return new Trial(
        tried.segment().toString(),
        tried.endpoint().toString(),
        CallsOutside.truth(tried.route()),
        CallsOutside.truth(tried.names()),
        CallsOutside.truth(tried.reached()));
  }
}
