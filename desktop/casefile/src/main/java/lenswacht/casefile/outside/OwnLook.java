package lenswacht.casefile.outside;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.casefile.outside.OutsideFact.Answering;
import lenswacht.casefile.outside.OutsideFact.Looked;
import lenswacht.observation.AddressSet;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;

/// What a scan run of the kit's own saw from outside, told like any other look from there. Listens
/// to the lines of one run; of a run that stood elsewhere nothing is kept.
public final class OwnLook {
  private static final int MOST_HOSTS = 4_096;
  private static final String ORIGIN = "lenswacht";

  private final Map<Service, Sight> answering = new HashMap<>();
  private final Map<InetAddress, Instant> lookedAt = new HashMap<>();
  private final Map<InetAddress, TreeSet<Integer>> ports = new HashMap<>();
  private String run = "";
  private boolean isFromOutside;

  /// What a service said of itself.
  private static final class Sight {
    private final String evidence;
    private final Instant at;
    private final Map<Observable, String> stated = new TreeMap<>();

    Sight(String evidence, Instant at) {
      this.evidence = evidence;
      this.at = at;
    }

    String said(Observable... which) {
      for (Observable one : which) {
        if (stated.containsKey(one)) {
          return stated.get(one);
        }
      }
      return "";
    }
  }

  /// Takes the next line of the run.
  public void hear(JournalLine line) {
    switch (line.event()) {
      case JournalEvent.RunStarted started -> run = started.run();
      case JournalEvent.Planned planned -> isFromOutside = planned.looksFromOutside();
      case JournalEvent.Swept swept when isFromOutside -> swept(swept, line.at());
      case JournalEvent.Probed probed when isFromOutside -> probed(probed, line.at());
      case JournalEvent.Swept _,
          JournalEvent.Probed _,
          JournalEvent.Ordered _,
          JournalEvent.BoxNoted _,
          JournalEvent.RunResumed _,
          JournalEvent.Located _,
          JournalEvent.Heard _,
          JournalEvent.PhaseStarted _,
          JournalEvent.Listened _,
          JournalEvent.SegmentCalled _,
          JournalEvent.WayOutTried _,
          JournalEvent.NotSwept _,
          JournalEvent.Asking _,
          JournalEvent.Searched _,
          JournalEvent.LeftAlone _,
          JournalEvent.NotLookedAt _,
          JournalEvent.Unasked _,
          JournalEvent.RunEnded _ -> {}
    }
  }

  private void swept(JournalEvent.Swept swept, Instant at) {
    looked(new AddressSet(swept.ranges()), swept.ports(), at);
    swept
        .sweeping()
        .ifPresent(how -> looked(new AddressSet(how.answering()), how.portsOfAnswering(), at));
  }

  private void looked(AddressSet where, List<Integer> which, Instant at) {
    for (InetAddress address : where.addresses()) {
      if (lookedAt.size() >= MOST_HOSTS && !lookedAt.containsKey(address)) {
        return;
      }
      lookedAt.put(address, at);
      ports.computeIfAbsent(address, _ -> new TreeSet<>()).addAll(which);
    }
  }

  private void probed(JournalEvent.Probed probed, Instant at) {
    Service service = probed.service();
    if (!(probed.outcome() instanceof ProbeOutcome.Answered answered)
        || service.transport() != Transport.TCP) {
      return;
    }
    String evidence =
        answered.evidence().stream().findFirst().map(piece -> piece.id().toString()).orElse("");
    Sight sight = answering.computeIfAbsent(service, _ -> new Sight(evidence, at));
    for (Observation fact : answered.observations()) {
      if (fact instanceof Observation.Stated stated && stated.service().equals(service)) {
        sight.stated.putIfAbsent(stated.observable(), stated.value());
      }
    }
  }

  /// What this look is called among documents.
  public String name() {
    return "scan run " + run;
  }

  /// What was seen and looked at; nothing where the run did not look from outside.
  public List<OutsideFact> facts() {
    List<OutsideFact> facts = new ArrayList<>();
    answering.forEach((service, sight) -> facts.add(answering(service, sight)));
    lookedAt.forEach(
        (address, at) ->
            facts.add(new Looked(ORIGIN, at, "", address, List.copyOf(ports.get(address)))));
    return facts;
  }

  private static Answering answering(Service service, Sight sight) {
    return new Answering(
        ORIGIN,
        sight.at,
        sight.evidence,
        service,
        sight.said(Observable.TLS_FINGERPRINT).toLowerCase(Locale.ROOT),
        sight.said(Observable.HTTP_SERVER, Observable.RTSP_SERVER),
        sight.said(Observable.HTTP_TITLE),
        sight.said(Observable.HTTP_REALM, Observable.RTSP_REALM),
        Gathered.words(String.join("\n", sight.stated.values())));
  }
}
