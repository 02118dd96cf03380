package lenswacht.knowledge.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import lenswacht.knowledge.Edition;

/// Reads feeds of this computer and prints what became of them: for people who hold an importer
/// against real files.
final class FolderOfFeeds {
  private FolderOfFeeds() {}

  public static void main(String[] folders) throws IOException {
    long start = System.nanoTime();
    FeedImport feeds = new FeedImport(Edition.bundled());
    for (String folder : folders) {
      feeds.read(Path.of(folder));
    }
    Map<String, Integer> accepted = new TreeMap<>();
    for (FeedFile file : feeds.files()) {
      accepted.merge(file.kind() + " files", 1, Integer::sum);
      accepted.merge(file.kind() + " statements", file.accepted(), Integer::sum);
      accepted.merge("check " + file.check(), 1, Integer::sum);
      file.refusal().ifPresent(why -> System.out.println(file.name() + ": " + why));
      file.refused().forEach(why -> System.out.println(file.name() + " part: " + why));
    }
    accepted.forEach((what, count) -> System.out.println(what + " " + count));
    feeds.changes().changes().forEach(System.out::println);
    System.out.println((System.nanoTime() - start) / 1_000_000 + " ms");
  }
}
