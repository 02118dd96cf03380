package lenswacht.knowledge.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import lenswacht.knowledge.Edition;

/// Reads feeds of this computer and prints what became of them: for people who hold an importer
/// against real files.
final class FolderOfFeeds {
  private FolderOfFeeds() {}

  public static void main(String[] folders) throws IOException, FeedException {
    long start = System.nanoTime();
    Path none = Path.of(folders[0]).resolve("no-knowledge-here");
    try (FeedImport feeds = new FeedImport(Edition.bundled(), none, LocalDate.of(2026, 11, 21))) {
      for (String folder : folders) {
        feeds.read(Path.of(folder));
      }
      Map<String, Integer> accepted = new TreeMap<>();
      for (FeedFile file : feeds.files()) {
        accepted.merge(file.kind() + " files", 1, Integer::sum);
        accepted.merge(file.kind() + " records", file.accepted(), Integer::sum);
        accepted.merge("check " + file.check().word(), 1, Integer::sum);
        file.refusal().ifPresent(why -> System.out.println(file.name() + ": " + why));
        file.refused().forEach(why -> System.out.println(file.name() + " part: " + why));
      }
      accepted.forEach((what, count) -> System.out.println(what + " " + count));
      FeedImport.Outcome outcome = feeds.dryRun();
      outcome.changes().changes().forEach(System.out::println);
      System.out.println(
          outcome.added()
              + " added, "
              + outcome.ranges()
              + " ranges, "
              + (System.nanoTime() - start) / 1_000_000
              + " ms");
    }
  }
}
