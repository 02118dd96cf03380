package lenswacht.console;

import java.time.Clock;
import java.time.ZoneId;
import lenswacht.console.desk.Knowledge;
import lenswacht.console.room.CaseFileShelf;
import lenswacht.console.room.ConsoleKeys;
import lenswacht.console.room.DeviceLine;
import lenswacht.console.room.DraftFolder;
import lenswacht.console.room.PackFindingTexts;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PackException;
import lenswacht.link.HomeFolder;
import lenswacht.observation.CleanText;

/// The rooms as they are on this computer: the bundled catalogue, the edition with what was
/// imported, the user's keys.
final class RoomsOfThisComputer {
  private static final int LONGEST_NAME = 60;

  private RoomsOfThisComputer() {}

  static Rooms open() {
    Identifier identifier = new Identifier(Catalogue.bundled());
    Knowledge knowledge = new Knowledge(edition());
    Clock clock = Clock.system(ZoneId.systemDefault());
    return new Rooms(
        new CaseFileShelf(identifier, knowledge, clock),
        new DeviceLine(HomeFolder.console(), consoleName()),
        knowledge,
        identifier,
        new PackFindingTexts(knowledge),
        clock,
        new ConsoleKeys(HomeFolder.console(), consoleName(), clock),
        new DraftFolder(HomeFolder.console().resolve("drafts")),
        HomeFolder.knowledge());
  }

  /// What was imported and cannot be used is a reason not to begin: ratings would silently lack it.
  private static Edition edition() {
    try {
      return Edition.ofThisComputer(HomeFolder.knowledge());
    } catch (PackException e) {
      throw new IllegalStateException(
          "imported knowledge in " + HomeFolder.knowledge() + " cannot be used", e);
    }
  }

  private static String consoleName() {
    return CleanText.of("console of " + System.getProperty("user.name", "?"), LONGEST_NAME);
  }
}
