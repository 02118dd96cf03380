package lenswacht.console.edition;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.compare.Change;
import lenswacht.assessment.compare.Comparison;
import lenswacht.assessment.compare.Moment;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.console.desk.RefusedException;
import lenswacht.console.desk.Trouble;
import lenswacht.console.text.Phrase;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Imported;
import lenswacht.knowledge.PackChoice;
import lenswacht.knowledge.PackException;
import lenswacht.knowledge.feed.FeedException;
import lenswacht.knowledge.feed.FeedImport;
import lenswacht.observation.CleanText;

/// What would be judged with after an import, and what that changes. Nothing is kept yet.
///
/// @param from what it came from
/// @param edition what would be judged with
/// @param says what was read, in a sentence
/// @param isRules whether the rules are others, rather than what is known
/// @param feeds what is taken in where it is accepted; empty for a pack
record Preview(Path from, Edition edition, Phrase says, boolean isRules, Optional<Path> feeds) {
  private static final int LONGEST = 300;

  /// What feeds would change.
  ///
  /// @param home folder of knowledge of this computer
  static Preview ofFeeds(Path from, Path home, LocalDate today)
      throws IOException, RefusedException {
    try (FeedImport feeds = new FeedImport(Edition.bundled(), home, today)) {
      feeds.read(from);
      FeedImport.Outcome outcome = feeds.dryRun();
      Phrase says =
          Phrase.of(
              "knowledge.read",
              "files",
              feeds.files().size(),
              "added",
              outcome.added(),
              "changed",
              outcome.changed(),
              "ranges",
              outcome.ranges());
      return new Preview(
          from, Edition.bundled().with(outcome.after()), says, false, Optional.of(from));
    } catch (FeedException damaged) {
      throw refused(damaged);
    }
  }

  /// What a pack of somebody's own would change.
  static Preview ofPack(Path folder, Path home) throws RefusedException {
    try {
      Edition bare = Edition.bundled(new PackChoice.Own(folder));
      Edition whole = Imported.current(home).map(bare::with).orElse(bare);
      Phrase says =
          Phrase.of(
              "knowledge.read-pack", "pack", whole.pack().id(), "version", whole.pack().version());
      return new Preview(folder, whole, says, true, Optional.empty());
    } catch (PackException wrong) {
      throw refused(wrong);
    }
  }

  /// Takes feeds in; for a pack nothing is kept beyond this window.
  Edition accept(Path home, LocalDate today) throws IOException, RefusedException {
    if (feeds.isEmpty()) {
      return edition;
    }
    try (FeedImport importing = new FeedImport(Edition.bundled(), home, today)) {
      importing.read(feeds.get());
      importing.keep();
      return Edition.ofThisComputer(home);
    } catch (FeedException | PackException damaged) {
      throw refused(damaged);
    }
  }

  /// What changes in the judgement of a case, held against the edition in use.
  List<Change> changes(CaseFile file, Identifier identifier, Edition now, LocalDate day)
      throws CaseFileException {
    Moment before = new Moment(file.judge(identifier, now, day), file.answers(), file.visits());
    Moment after = before.judged(file.judge(identifier, edition, day));
    return Comparison.of(
        new Comparison.Steps(before, before, before, isRules ? after : before, after));
  }

  private static RefusedException refused(Exception wrong) {
    String detail = CleanText.of(String.valueOf(wrong.getMessage()), LONGEST);
    return new RefusedException(
        new Trouble(
            Phrase.of("trouble.knowledge", "detail", detail), Phrase.of("trouble.knowledge.next")),
        detail,
        wrong);
  }
}
