package lenswacht.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;

/// Many sites beside each other. Levels are counted and never averaged.
///
/// @param sites by name; those that could not be read among them
public record Portfolio(List<SiteState> sites) {
  private static final int DEEPEST = 4;
  private static final int MOST = 5_000;

  public Portfolio {
    sites =
        sites.stream()
            .sorted(
                Comparator.comparing(SiteState::site, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(site -> site.file().toString()))
            .toList();
  }

  /// Is told how many of all files were read, and may stop it by an exception.
  @FunctionalInterface
  public interface Progress<E extends Exception> {
    /// So many are done.
    void at(int done, int all) throws E;
  }

  /// How many sites stand at a level.
  ///
  /// @param levels by the worst end of what is known
  /// @param open sites of which nothing is known: not read, never judged, nothing rated, or an
  ///     interval from the lowest to the highest level
  public record Count(Map<Level, Integer> levels, int open) {}

  /// The case files in a folder and in the folders in it, in order.
  ///
  /// @throws IOException if the folder cannot be read
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all =
        Files.find(
            folder,
            DEEPEST,
            (file, attributes) ->
                attributes.isRegularFile()
                    && String.valueOf(file.getFileName()).endsWith(".lenswacht")
                    && !String.valueOf(file.getFileName()).startsWith("."))) {
      return all.sorted().limit(MOST).toList();
    }
  }

  /// Reads the state of each case file.
  public static <E extends Exception> Portfolio read(Collection<Path> files, Progress<E> progress)
      throws E {
    Stream.Builder<SiteState> sites = Stream.builder();
    int done = 0;
    for (Path file : files) {
      progress.at(done++, files.size());
      sites.add(SiteState.read(file));
    }
    return new Portfolio(sites.build().toList());
  }

  /// How many sites stand where on the espionage axis.
  public Count espionage() {
    return count(SiteState::espionage);
  }

  /// How many sites stand where on the privacy axis.
  public Count privacy() {
    return count(SiteState::privacy);
  }

  private Count count(Function<SiteState, Optional<Interval>> axis) {
    Map<Level, Integer> levels = new EnumMap<>(Level.class);
    int open = 0;
    for (SiteState site : sites) {
      Optional<Interval> level = axis.apply(site).filter(Portfolio::isDetermined);
      if (level.isPresent()) {
        levels.merge(level.get().worst(), 1, Integer::sum);
      } else {
        open++;
      }
    }
    return new Count(levels, open);
  }

  private static boolean isDetermined(Interval level) {
    return level.best() != Level.VERY_LOW || level.worst() != Level.VERY_HIGH;
  }

  /// The site that was visited longest ago; empty where none was visited.
  public Optional<SiteState> longestAgo() {
    return sites.stream()
        .filter(site -> site.lastVisit().isPresent())
        .min(Comparator.comparing(site -> site.lastVisit().orElse(Instant.MAX)));
  }

  /// How many sites nobody visited, as far as their case files could be read.
  public long neverVisited() {
    return sites.stream()
        .filter(site -> site.trouble().isEmpty() && site.lastVisit().isEmpty())
        .count();
  }

  /// Remedies that are not done yet, over all sites.
  public int openRemedies() {
    return sites.stream().mapToInt(SiteState::openRemedies).sum();
  }

  /// How many case files could not be read.
  public long unread() {
    return sites.stream().filter(site -> site.trouble().isPresent()).count();
  }

  /// How many cases stand so with their retention on the day `today`.
  public long keeping(SiteState.Keeping keeping, LocalDate today) {
    return sites.stream().filter(site -> site.keeping(today) == keeping).count();
  }
}
