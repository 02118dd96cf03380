package lenswacht.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lenswacht.observation.Observable;

/// A text of which the catalogue says that it must match, with what it was read from.
///
/// @param fingerprint id of the fingerprint it must match
/// @param observable what it was read from
/// @param text the text
record Sample(String fingerprint, Observable observable, String text) {

  /// Every such text of the bundled catalogue.
  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    for (Observable observable : Observable.values()) {
      String file = Condition.fileStem(observable) + ".csv";
      try (InputStream bytes = Sample.class.getResourceAsStream("catalogue/" + file)) {
        if (bytes != null) {
          String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
          for (CatalogueRow row : CatalogueRow.read(file, text, FingerprintReader.COLUMNS)) {
            for (String example : row.required("matches").split(" \\|\\| ", -1)) {
              samples.add(new Sample(row.required("id"), observable, example));
            }
          }
        }
      } catch (IOException unreadable) {
        throw new AssertionError(unreadable);
      }
    }
    return samples;
  }
}
