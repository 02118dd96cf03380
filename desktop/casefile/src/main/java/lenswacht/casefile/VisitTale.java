package lenswacht.casefile;

import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import lenswacht.assessment.Visit;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.AddressRange;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Bytes;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.JournalLine;
import lenswacht.observation.Mandate;
import lenswacht.observation.Omission;

/// Listens to the lines of one scan run, from its start on, and sums them up as a visit.
final class VisitTale {
  private static final BigInteger MOST_COUNTED_OUT = BigInteger.valueOf(65_536);

  private final SequencedSet<AddressRange> swept = new LinkedHashSet<>();
  private final TreeSet<Integer> ports = new TreeSet<>();
  private final List<Visit.NotLooked> notLookedAt = new ArrayList<>();
  private Optional<Beginning> beginning = Optional.empty();
  private Optional<Instant> ended = Optional.empty();
  private Optional<RunOutcome> outcome = Optional.empty();
  private long addresses;
  private long answering;

  private record Beginning(Instant at, JournalEvent.RunStarted event, Mandate mandate) {}

  void hear(JournalLine line) throws BrokenJournalException {
    switch (line.event()) {
      case JournalEvent.RunStarted started ->
          beginning =
              Optional.of(
                  new Beginning(
                      line.at(), started, CarriedMandate.of(started.mandate(), line.sequence())));
      case JournalEvent.Swept sweep -> {
        swept.addAll(sweep.ranges());
        ports.addAll(sweep.ports());
        addresses += sweep.addresses();
        answering += sweep.answering();
      }
      case JournalEvent.NotLookedAt missed ->
          notLookedAt.add(new Visit.NotLooked(missed.address(), missed.reason().key()));
      case JournalEvent.LeftAlone alone ->
          notLookedAt.add(new Visit.NotLooked(alone.address(), Omission.LEFT_ALONE.key()));
      case JournalEvent.Unasked missed ->
          missed.hosts().stream()
              .flatMap(VisitTale::addresses)
              .map(address -> new Visit.NotLooked(address, missed.reason().key()))
              .forEach(notLookedAt::add);
      case JournalEvent.RunEnded end -> {
        ended = Optional.of(line.at());
        outcome = Optional.of(end.outcome());
      }
      case JournalEvent.Ordered _,
          JournalEvent.BoxNoted _,
          JournalEvent.RunResumed _,
          JournalEvent.Planned _,
          JournalEvent.SegmentCalled _,
          JournalEvent.WayOutTried _,
          JournalEvent.PhaseStarted _,
          JournalEvent.Located _,
          JournalEvent.NotSwept _,
          JournalEvent.Asking _,
          JournalEvent.Heard _,
          JournalEvent.Listened _,
          JournalEvent.Searched _,
          JournalEvent.Probed _ -> {}
    }
  }

  /// Whether a line told of the beginning.
  boolean hasBegun() {
    return beginning.isPresent();
  }

  /// The visit as told so far.
  ///
  /// @throws CaseFileException if no line told of the beginning
  Visit visit(long questions, long lines, String lastHash) throws CaseFileException {
    Beginning start =
        beginning.orElseThrow(
            () -> new CaseFileException(Reason.DAMAGED, "a scan run has lost its first line"));
    return new Visit(
        start.event().run(),
        start.event().device(),
        start.event().program(),
        start.mandate(),
        Bytes.utf8(start.event().mandate().text()).sha256().hex(),
        start.at(),
        ended,
        outcome,
        List.copyOf(swept),
        List.copyOf(ports),
        addresses,
        answering,
        questions,
        notLookedAt,
        lines,
        lastHash);
  }

  /// The hosts of a range; of one too large to be counted out its first address alone.
  private static Stream<InetAddress> addresses(AddressRange range) {
    return range.size().compareTo(MOST_COUNTED_OUT) > 0 ? Stream.of(range.base()) : range.hosts();
  }
}
