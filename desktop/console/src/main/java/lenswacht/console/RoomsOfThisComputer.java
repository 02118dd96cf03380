package lenswacht.console;

import java.time.Clock;
import java.time.ZoneId;
import lenswacht.console.room.CaseFileShelf;
import lenswacht.console.room.DeviceLine;
import lenswacht.console.room.EditionProducts;
import lenswacht.console.room.PackFindingTexts;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.link.HomeFolder;
import lenswacht.observation.CleanText;

/// The rooms as they are on this computer: the bundled catalogue and edition, the user's keys.
final class RoomsOfThisComputer {
  private static final int LONGEST_NAME = 60;

  private RoomsOfThisComputer() {}

  static Rooms open() {
    Identifier identifier = new Identifier(Catalogue.bundled());
    Edition edition = Edition.bundled();
    return new Rooms(
        new CaseFileShelf(identifier, edition, Clock.system(ZoneId.systemDefault())),
        new DeviceLine(HomeFolder.console(), consoleName()),
        new EditionProducts(identifier, edition.makers()),
        new PackFindingTexts(edition.pack()));
  }

  private static String consoleName() {
    return CleanText.of("console of " + System.getProperty("user.name", "?"), LONGEST_NAME);
  }
}
