package lenswacht.knowledge.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.Edition;

/// Feeds read together and held against an edition: what they would change in it. Nothing is
/// changed; an edition is changed by people.
public final class FeedImport {
  private static final int MOST_FILES = 500_000;

  private final Edition edition;
  private final Map<String, List<Advisory>> known = new TreeMap<>();
  private final Map<String, String> makers = new TreeMap<>();
  private final Map<String, Statement.Exploited> exploited = new TreeMap<>();
  private final Map<String, Set<String>> unknown = new TreeMap<>();
  private final Set<String> withdrawn = new TreeSet<>();
  private final Set<String> withoutFix = new TreeSet<>();
  private final List<FeedFile> files = new ArrayList<>();

  /// @param edition what is known today
  public FeedImport(Edition edition) {
    this.edition = edition;
    for (Advisory advisory : edition.advisories().all()) {
      known.computeIfAbsent(advisory.cve(), _ -> new ArrayList<>()).add(advisory);
    }
    edition
        .makers()
        .makers()
        .forEach(maker -> makers.put(maker.name().toLowerCase(Locale.ROOT), maker.name()));
  }

  /// Reads a file, or every `.json` and `.csv` file of a folder in the order of their names.
  ///
  /// @throws IOException if the folder cannot be listed or holds too many files
  public void read(Path path) throws IOException {
    FeedReader reader = new FeedReader();
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      files.add(reader.read(path, this::take));
      return;
    }
    List<Path> found;
    try (Stream<Path> tree = Files.walk(path)) {
      found =
          tree.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(FeedImport::isFeed)
              .limit(MOST_FILES + 1L)
              .sorted()
              .toList();
    }
    if (found.size() > MOST_FILES) {
      throw new IOException("the folder holds more than " + MOST_FILES + " files");
    }
    found.forEach(file -> files.add(reader.read(file, this::take)));
  }

  private static boolean isFeed(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") || name.endsWith(".csv");
  }

  private void take(Statement statement) {
    switch (statement) {
      case Statement.Exploited listed -> exploited.put(listed.cve(), listed);
      case Statement.Vulnerability said -> {
        if (said.rejected()) {
          withdrawn.add(said.cve());
        }
        products(said.cve(), said.ranges());
      }
      case Statement.Advised said -> {
        if (said.noFixPlanned()) {
          withoutFix.add(said.cve());
        }
        products(said.cve(), said.ranges());
      }
      case Statement.Likelihood _ -> {
        // A likelihood changes no range and no listing.
      }
    }
  }

  private void products(String cve, List<StatedRange> ranges) {
    if (known.containsKey(cve)) {
      return;
    }
    for (StatedRange range : ranges) {
      String maker = makers.get(range.vendor().strip().toLowerCase(Locale.ROOT));
      if (maker != null) {
        unknown.computeIfAbsent(cve, _ -> new TreeSet<>()).add(maker + " " + range.product());
      }
    }
  }

  /// What became of each file.
  public List<FeedFile> files() {
    return List.copyOf(files);
  }

  /// What would change.
  public Changes changes() {
    List<Change> changes = new ArrayList<>();
    known.forEach(
        (cve, rows) -> {
          Optional<String> since =
              rows.stream().flatMap(row -> row.exploitedSince().stream()).findFirst();
          Optional<String> listed =
              Optional.ofNullable(exploited.get(cve)).map(now -> now.since().toString());
          if (listed.isPresent() && !listed.equals(since)) {
            changes.add(new Change(cve, Change.What.EXPLOITED_SINCE, since, listed));
          }
          if (withdrawn.contains(cve)) {
            changes.add(new Change(cve, Change.What.WITHDRAWN, Optional.empty(), Optional.empty()));
          }
          if (withoutFix.contains(cve)) {
            changes.add(
                new Change(cve, Change.What.NO_FIX_PLANNED, Optional.empty(), Optional.empty()));
          }
        });
    unknown.forEach(
        (cve, products) -> {
          if (!withdrawn.contains(cve)) {
            changes.add(
                new Change(
                    cve,
                    Change.What.NEW,
                    Optional.empty(),
                    Optional.of(
                        new TreeSet<>(products).stream().collect(Collectors.joining("; ")))));
          }
        });
    return new Changes(edition.id(), changes, new HashSet<>(exploited.keySet()).size());
  }

  /// What feeds would change in an edition.
  ///
  /// @param edition id of the edition they were held against
  /// @param changes in the order of the numbers, those of known vulnerabilities first
  /// @param exploited how many vulnerabilities the feeds list as exploited, of any product
  public record Changes(String edition, List<Change> changes, int exploited) {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /// One change.
  ///
  /// @param cve which vulnerability
  /// @param what what would change
  /// @param before what the edition says, empty where it says nothing
  /// @param after what the feeds say
  public record Change(String cve, What what, Optional<String> before, Optional<String> after) {
    /// Kinds of change.
    public enum What {
      /// The day on which it was listed as exploited.
      EXPLOITED_SINCE,
      /// The register withdrew it.
      WITHDRAWN,
      /// A document says that no fix will come.
      NO_FIX_PLANNED,
      /// A maker of the edition is named with a vulnerability that the edition has not. Whether the
      /// product is a camera is for people to say.
      NEW
    }
  }
}
