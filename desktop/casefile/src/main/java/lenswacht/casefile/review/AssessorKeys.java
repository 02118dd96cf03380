package lenswacht.casefile.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lenswacht.assessment.review.PersonName;
import lenswacht.link.HomeFolder;
import lenswacht.link.OwnSecret;
import lenswacht.observation.Bytes;

/// The secrets of those who assess on this computer, one for each person and case. They are kept
/// outside of the case file, so that a case file alone tells nobody what is sealed in it.
///
/// @param folder where
public record AssessorKeys(Path folder) {
  /// Those of this computer.
  public static AssessorKeys ofThisComputer() {
    return new AssessorKeys(HomeFolder.console().resolve("assessors"));
  }

  /// The secret of a person for a case; it is made where there is none.
  ///
  /// @param caseMark tells one case from another
  /// @param person who
  /// @throws IOException if it cannot be kept
  public Bytes openOrCreate(String caseMark, String person) throws IOException {
    return OwnSecret.openOrCreate(folder, file(caseMark, person));
  }

  /// The secret of a person for a case; empty where it was not made on this computer.
  ///
  /// @throws IOException if it cannot be read
  public Optional<Bytes> open(String caseMark, String person) throws IOException {
    String name = file(caseMark, person);
    return Files.exists(folder.resolve(name))
        ? Optional.of(OwnSecret.open(folder, name))
        : Optional.empty();
  }

  private static String file(String caseMark, String person) {
    return Bytes.utf8(caseMark + "\n" + PersonName.of(person).key()).sha256().hex().substring(0, 40)
        + ".key";
  }
}
