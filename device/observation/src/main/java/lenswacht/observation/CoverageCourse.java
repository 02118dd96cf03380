package lenswacht.observation;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When each range of the mandates was listened to and asked, run by run, and when nobody looked.
/// Computed from journals alone.
///
/// @param rounds the scan runs, in order of time
public record CoverageCourse(List<Round> rounds) {
  public CoverageCourse {
    rounds = List.copyOf(rounds);
  }

  /// A stretch of time.
  public record Span(Instant from, Instant to) {
    public Span {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("a stretch of time ends before it begins");
      }
    }
  }

  /// One scan run.
  ///
  /// @param time from its first line to its last
  /// @param spot the socket it stood at, where somebody said
  /// @param isEnded whether it came to an end; the journal of one that did not breaks off
  /// @param pauses when it was broken off and went on later
  /// @param bands what was done in each range
  public record Round(
      Span time, Optional<String> spot, boolean isEnded, List<Span> pauses, List<Band> bands) {
    public Round {
      pauses = List.copyOf(pauses);
      bands = List.copyOf(bands);
    }
  }

  /// What was done in one range.
  ///
  /// @param listened when the device stood in it and listened
  /// @param asked when it was swept, or hosts in it were asked
  /// @param missed why some of it was not looked at; empty where all was
  public record Band(
      AddressRange range, List<Span> listened, List<Span> asked, Set<Omission> missed) {
    public Band {
      listened = List.copyOf(listened);
      asked = List.copyOf(asked);
      EnumSet<Omission> sorted = EnumSet.noneOf(Omission.class);
      sorted.addAll(missed);
      missed = Collections.unmodifiableSet(sorted);
    }
  }

  /// Hears journals, line by line, and tells the course.
  public static final class Tally {
    private static final Duration TOGETHER = Duration.ofSeconds(20);
    private static final int MOST_ROUNDS = 24;

    private final ScanScope scope;
    private final Map<Long, Run> runs = new LinkedHashMap<>();

    /// @param scope everything that any mandate allows
    public Tally(ScanScope scope) {
      this.scope = scope;
    }

    /// Takes the next line of a run.
    public void hear(long run, JournalLine line) {
      runs.computeIfAbsent(run, ignored -> new Run(scope, line.at())).hear(line);
    }

    /// The course of the last runs.
    public CoverageCourse course() {
      List<Round> rounds = new ArrayList<>(runs.values().stream().map(Run::round).toList());
      rounds.sort(java.util.Comparator.comparing(round -> round.time().from()));
      return new CoverageCourse(
          rounds.subList(Math.max(0, rounds.size() - MOST_ROUNDS), rounds.size()));
    }

    /// One run while it is heard.
    private static final class Run {
      private final Map<AddressRange, Doing> doings = new LinkedHashMap<>();
      private final Map<String, List<InetAddress>> standing = new LinkedHashMap<>();
      private final List<Span> pauses = new ArrayList<>();
      private final Instant from;
      private Instant to;
      private Instant phase;
      private Optional<String> spot = Optional.empty();
      private boolean isEnded;

      Run(ScanScope scope, Instant from) {
        this.from = from;
        this.to = from;
        this.phase = from;
        scope.ranges().forEach(range -> doings.put(range, new Doing()));
      }

      void hear(JournalLine line) {
        Instant at = line.at().isBefore(to) ? to : line.at();
        switch (line.event()) {
          case JournalEvent.RunResumed _ -> {
            pauses.add(new Span(to, at));
            phase = at;
          }
          case JournalEvent.Planned planned -> spot = planned.spot();
          case JournalEvent.PhaseStarted _ -> phase = at;
          case JournalEvent.Located located ->
              standing.put(located.whereabouts().network(), located.whereabouts().addresses());
          case JournalEvent.Listened heard -> listened(heard, at);
          case JournalEvent.Swept swept -> swept.ranges().forEach(range -> asked(range, at));
          case JournalEvent.Asking asking -> asked(asking.service().address(), at);
          case JournalEvent.Probed probed -> asked(probed.service().address(), at);
          case JournalEvent.NotSwept missed ->
              missed.ranges().forEach(range -> missed(range, missed.reason()));
          case JournalEvent.Unasked missed ->
              missed.hosts().forEach(range -> missed(range, missed.reason()));
          case JournalEvent.NotLookedAt missed -> missed(missed.address(), missed.reason());
          case JournalEvent.RunEnded _ -> isEnded = true;
          case JournalEvent.RunStarted _,
              JournalEvent.Heard _,
              JournalEvent.SegmentCalled _,
              JournalEvent.WayOutTried _,
              JournalEvent.Searched _,
              JournalEvent.LeftAlone _,
              JournalEvent.Ordered _,
              JournalEvent.BoxNoted _ -> {
            // tells nothing of when a range was looked at
          }
        }
        to = at;
      }

      private void listened(JournalEvent.Listened heard, Instant at) {
        Instant began = at.minus(heard.time());
        Span span = new Span(began.isBefore(from) ? from : began, at);
        for (InetAddress own : standing.getOrDefault(heard.network(), List.of())) {
          doings.forEach(
              (range, doing) -> {
                if (range.contains(own)) {
                  doing.listened.add(span);
                }
              });
        }
      }

      private void asked(AddressRange swept, Instant at) {
        doings.forEach(
            (range, doing) -> {
              if (range.overlaps(swept)) {
                doing.asked(new Span(phase, at));
              }
            });
      }

      private void asked(InetAddress address, Instant at) {
        doings.forEach(
            (range, doing) -> {
              if (range.contains(address)) {
                doing.asked(new Span(at, at));
              }
            });
      }

      private void missed(AddressRange part, Omission reason) {
        doings.forEach(
            (range, doing) -> {
              if (range.overlaps(part)) {
                doing.missed.add(reason);
              }
            });
      }

      private void missed(InetAddress address, Omission reason) {
        doings.forEach(
            (range, doing) -> {
              if (range.contains(address)) {
                doing.missed.add(reason);
              }
            });
      }

      Round round() {
        List<Band> bands = new ArrayList<>();
        doings.forEach(
            (range, doing) ->
                bands.add(new Band(range, doing.listened, doing.asked, doing.missed)));
        return new Round(new Span(from, to), spot, isEnded, pauses, bands);
      }
    }

    /// What was done in a range so far.
    private static final class Doing {
      private final List<Span> listened = new ArrayList<>();
      private final List<Span> asked = new ArrayList<>();
      private final Set<Omission> missed = EnumSet.noneOf(Omission.class);

      /// Adds a stretch; one that follows soon upon the last is one with it.
      void asked(Span span) {
        Span last = asked.isEmpty() ? null : asked.getLast();
        if (last != null && !span.from().isAfter(last.to().plus(TOGETHER))) {
          Instant from = last.from().isBefore(span.from()) ? last.from() : span.from();
          Instant to = last.to().isAfter(span.to()) ? last.to() : span.to();
          asked.set(asked.size() - 1, new Span(from, to));
        } else {
          asked.add(span);
        }
      }
    }
  }
}
