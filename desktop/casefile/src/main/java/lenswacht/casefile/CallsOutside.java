package lenswacht.casefile;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.exposure.Calls;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.exposure.Ground;
import lenswacht.casefile.log.LogFormat;
import lenswacht.knowledge.Truth;
import lenswacht.observation.AddressRange;
import lenswacht.observation.JournalEvent.Tried;
import lenswacht.observation.JournalEvent.WayOutTried;

/// What logs, and the device's own trying, show of calls to services outside.
final class CallsOutside {
  private CallsOutside() {}

  static List<ExposureFact> of(
      List<KeptLog> logs, List<KeptContact> contacts, List<WayOutTried> tried) {
    List<ExposureFact> facts = new ArrayList<>();
    contacts.stream()
        .filter(one -> !one.client().isEmpty())
        .map(CallsOutside::call)
        .forEach(facts::add);
    for (KeptLog log : logs) {
      Instant first = log.first().orElse(Instant.EPOCH);
      Instant last = log.last().orElse(first);
      for (String segment : log.segments()) {
        facts.add(
            new ExposureFact.CallsWatched(
                AddressRange.parse(segment),
                Duration.between(first, last),
                log.format() + "-log",
                false,
                new Ground.Imported(log.format(), last, log.name(), "")));
      }
    }
    for (WayOutTried one : tried) {
      facts.add(
          new ExposureFact.WayOut(
              one.segment(),
              truth(one.route()),
              truth(one.names()),
              truth(one.reached()),
              new Ground.Seen(one.evidence().id())));
    }
    return facts;
  }

  /// A proxy passes calls on; a name server only says what was asked for.
  private static ExposureFact call(KeptContact contact) {
    Instant first = contact.first().orElse(Instant.EPOCH);
    Instant last = contact.last().orElse(first);
    boolean isProxy = LogFormat.of(contact.format()).equals(Optional.of(LogFormat.SQUID));
    return new ExposureFact.Call(
        InetAddress.ofLiteral(contact.client()),
        contact.domain(),
        contact.operator(),
        contact.country(),
        Calls.kind(contact.purpose()),
        first,
        last,
        contact.times(),
        isProxy,
        new Ground.Imported(contact.format(), last, contact.log(), ""));
  }

  static Truth truth(Tried tried) {
    return switch (tried) {
      case YES -> Truth.YES;
      case NO -> Truth.NO;
      case NOT_DETERMINED -> Truth.NOT_DETERMINED;
    };
  }
}
