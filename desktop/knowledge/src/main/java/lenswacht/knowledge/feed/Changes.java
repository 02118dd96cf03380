package lenswacht.knowledge.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Imported;
import lenswacht.knowledge.Mark;
import lenswacht.knowledge.PackException;

/// What an import changes in the knowledge that assets are judged with.
///
/// @param before id of the edition as it counted
/// @param after id of the edition with the import
/// @param changes by the number of the vulnerability
public record Changes(String before, String after, List<Change> changes) {
  public Changes {
    changes = List.copyOf(changes);
  }

  /// One change.
  ///
  /// @param cve which vulnerability
  /// @param what what changes
  /// @param was what was known, empty where nothing was
  /// @param becomes what is known with the import
  public record Change(String cve, What what, String was, String becomes) {
    /// Kinds of change.
    public enum What {
      /// The day on which it was listed as exploited.
      EXPLOITED_SINCE,
      /// The estimate of its exploitation.
      LIKELIHOOD,
      /// The register withdrew the number.
      WITHDRAWN,
      /// The ranges of firmware that are stated.
      RANGES
    }
  }

  /// What differs between an edition with its extension and the files of another extension.
  static Changes between(Edition base, Optional<Imported> before, Map<String, byte[]> files)
      throws FeedException {
    try {
      Edition old = before.map(base::with).orElse(base);
      boolean empty = before.isEmpty() && Imported.of(files).isEmpty();
      Edition now = empty ? base : base.with(Imported.of(files));
      return new Changes(old.id(), now.id(), changes(old, now));
    } catch (PackException e) {
      throw new FeedException("what was imported cannot be used: " + e.getMessage());
    }
  }

  private static List<Change> changes(Edition old, Edition now) {
    List<Change> changes = new ArrayList<>();
    Map<String, Set<String>> before = ranges(old);
    Map<String, Set<String>> after = ranges(now);
    Set<String> cves = new TreeSet<>(before.keySet());
    cves.addAll(after.keySet());
    Map<String, String> listedBefore = listed(old);
    Map<String, String> listedAfter = listed(now);
    for (String cve : cves) {
      Set<String> was = before.getOrDefault(cve, Set.of());
      Set<String> becomes = after.getOrDefault(cve, Set.of());
      if (!was.equals(becomes)) {
        changes.add(new Change(cve, Change.What.RANGES, only(was, becomes), only(becomes, was)));
      }
      add(
          changes,
          cve,
          Change.What.EXPLOITED_SINCE,
          listedBefore.getOrDefault(cve, ""),
          listedAfter.getOrDefault(cve, ""));
      add(changes, cve, Change.What.LIKELIHOOD, likelihood(old, cve), likelihood(now, cve));
      add(changes, cve, Change.What.WITHDRAWN, withdrawn(old, cve), withdrawn(now, cve));
    }
    return changes;
  }

  private static void add(
      List<Change> changes, String cve, Change.What what, String was, String becomes) {
    if (!was.equals(becomes)) {
      changes.add(new Change(cve, what, was, becomes));
    }
  }

  private static String only(Set<String> these, Set<String> those) {
    Set<String> left = new TreeSet<>(these);
    left.removeAll(those);
    return String.join("; ", left);
  }

  private static Map<String, Set<String>> ranges(Edition edition) {
    Map<String, Set<String>> ranges = new TreeMap<>();
    for (Advisory row : edition.advisories().all()) {
      ranges
          .computeIfAbsent(row.cve(), _ -> new TreeSet<>())
          .add(
              String.join(
                  " ",
                  row.maker(),
                  String.join(",", row.models()),
                  row.standing().name(),
                  row.bound().name(),
                  row.from().orElse("") + ".." + row.through().orElse("")));
    }
    return ranges;
  }

  private static Map<String, String> listed(Edition edition) {
    Map<String, String> listed = new TreeMap<>();
    for (Advisory row : edition.advisories().all()) {
      row.exploitedSince().ifPresent(day -> listed.put(row.cve(), day));
    }
    return listed;
  }

  private static String likelihood(Edition edition, String cve) {
    return edition
        .advisories()
        .mark(cve)
        .flatMap(Mark::likelihood)
        .map(found -> found.score() + " on " + found.day() + " (model " + found.model() + ")")
        .orElse("");
  }

  private static String withdrawn(Edition edition, String cve) {
    return edition.advisories().mark(cve).filter(Mark::withdrawn).isPresent() ? "yes" : "";
  }
}
