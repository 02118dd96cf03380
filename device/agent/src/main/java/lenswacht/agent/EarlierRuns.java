package lenswacht.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lenswacht.fingerprint.Identifier;
import lenswacht.observation.AddressSet;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.CoverageTally;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Probed;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalPart;
import lenswacht.observation.JournalReader;
import lenswacht.observation.Mandate;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.SignedMandate;

/// What journal and notes tell of earlier scan runs under one mandate: their coverage, and how far
/// the last one came. Line by line, so that they are never in memory.
final class EarlierRuns {
  private static final Duration LONGEST_GAP = Duration.ofHours(24);
  private static final JournalPart NOTHING = new JournalPart.Signed(0, false);

  private final Mandate mandate;
  private final Identifier identifier;
  private final CoverageTally tally;
  private RunMemory memory = new RunMemory();
  private Sightings sightings;
  private Optional<String> run = Optional.empty();
  private Optional<JournalEvent.Planned> planned = Optional.empty();
  private Optional<RunOutcome> outcome = Optional.empty();
  private Instant last = Instant.EPOCH;
  private final Set<InetAddress> known = new HashSet<>();

  private EarlierRuns(Mandate mandate, Identifier identifier) {
    this.mandate = mandate;
    this.identifier = identifier;
    this.tally = new CoverageTally(mandate.scope());
    this.sightings = new Sightings(identifier);
  }

  /// What `journal` tells of runs under `mandate`, as far as it can be read here: records that an
  /// earlier program wrote in the clear, and the notes.
  ///
  /// @param mandate as it was granted, before a run is narrowed
  static EarlierRuns in(Journal journal, RunNotes notes, Mandate mandate, Identifier identifier) {
    EarlierRuns runs = new EarlierRuns(mandate, identifier);
    try (JournalReader reader = JournalReader.in(journal.folder())) {
      while (reader.nextPart().orElse(NOTHING) instanceof JournalPart.Told(JournalLine line)) {
        runs.take(line);
      }
      notes.recall(journal.firstLine(), journal.sequence(), runs::take);
    } catch (IOException failed) {
      throw new UncheckedIOException("the journal cannot be read", failed);
    } catch (BrokenJournalException changed) {
      throw new IllegalStateException("the journal was good a moment ago", changed);
    }
    return runs;
  }

  /// What was looked at in these runs.
  CoverageTally tally() {
    return tally;
  }

  /// Every host that accepted a connection in any of these runs, from wherever the device stood.
  AddressSet known() {
    return AddressSet.ofAddresses(known);
  }

  /// The run to go on with.
  ///
  /// @param id its id
  /// @param memory what it did
  /// @param sightings what it saw
  record Unfinished(String id, RunMemory memory, Sightings sightings) {}

  /// The last run of the journal, where it is one that `plan` may go on with at `now`.
  Optional<Unfinished> unfinished(RunPlan plan, Instant now) {
    boolean isUnfinished =
        switch (plan.takeUp()) {
          case NONE -> false;
          case BROKEN_OFF -> outcome.isEmpty();
          case STOPPED_TOO -> outcome.isEmpty() || outcome.get() == RunOutcome.STOPPED;
        };
    boolean isSame = planned.map(plan.planned()::equals).orElse(false);
    boolean isRecent = now.isBefore(last.plus(LONGEST_GAP));
    return run.filter(id -> isUnfinished && isSame && isRecent)
        .map(id -> new Unfinished(id, memory, sightings));
  }

  private void take(JournalLine line) {
    if (line.event() instanceof JournalEvent.RunStarted started) {
      run = isOurs(started.mandate()) ? Optional.of(started.run()) : Optional.empty();
      memory = new RunMemory();
      sightings = new Sightings(identifier);
      planned = Optional.empty();
      outcome = Optional.empty();
    }
    if (run.isEmpty()) {
      return;
    }
    last = line.at();
    tally.hear(line.event());
    memory.recall(line.event());
    switch (line.event()) {
      case JournalEvent.RunResumed _ -> outcome = Optional.empty();
      case JournalEvent.Planned plan -> planned = Optional.of(plan);
      case JournalEvent.RunEnded ended -> outcome = Optional.of(ended.outcome());
      case JournalEvent.Heard heard -> sightings.recall(heard.service(), heard.outcome());
      case Probed probed -> recall(probed);
      case JournalEvent.RunStarted _,
          JournalEvent.SegmentCalled _,
          JournalEvent.WayOutTried _,
          JournalEvent.PhaseStarted _,
          JournalEvent.Located _,
          JournalEvent.Listened _,
          JournalEvent.Searched _,
          JournalEvent.Swept _,
          JournalEvent.NotSwept _,
          JournalEvent.Asking _,
          JournalEvent.LeftAlone _,
          JournalEvent.Unasked _,
          JournalEvent.Ordered _,
          JournalEvent.BoxNoted _,
          JournalEvent.NotLookedAt _ -> {}
    }
  }

  private void recall(Probed probed) {
    if (probed.probe().equals(Sightings.CONNECT)
        && probed.outcome() instanceof ProbeOutcome.Answered) {
      sightings.open(probed.service());
      known.add(probed.service().address());
    }
    sightings.recall(probed.service(), probed.outcome());
  }

  private boolean isOurs(SignedMandate signed) {
    return signed.checkWhole() instanceof SignedMandate.Check.Valid(Mandate carried)
        && carried.id().equals(mandate.id());
  }
}
