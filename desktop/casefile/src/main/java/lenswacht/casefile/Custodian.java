package lenswacht.casefile;

import java.io.IOException;
import java.time.InstantSource;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;

/// Who has the case in hand: the person, and the console with whose key custody is signed.
///
/// @param person as the program was told
/// @param keys gives the console's key, when there is something to sign
/// @param clock the computer's
public record Custodian(String person, Keys keys, InstantSource clock) {
  /// Gives the key of a console.
  public interface Keys {
    /// Opens it.
    Identity open() throws IOException;
  }

  /// Somebody at this computer.
  public static Custodian ofThisComputer(String person) {
    return new Custodian(
        person,
        () -> Identity.openOrCreate(HomeFolder.console(), "console"),
        InstantSource.system());
  }

  /// Who is logged in at this computer.
  public static Custodian whoIsLoggedIn() {
    return ofThisComputer(System.getProperty("user.name", ""));
  }
}
