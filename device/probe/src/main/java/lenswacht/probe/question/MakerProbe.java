package lenswacht.probe.question;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import lenswacht.observation.Observation;

/// A maker's own search. It is put where something points to the maker, to one host or to everybody
/// on a network.
public interface MakerProbe extends DatagramProbe {
  /// Words, in lower case, that point to the maker.
  List<String> words();

  /// Whether anything points to the maker.
  ///
  /// @param soFar what was observed
  /// @param makers names of makers to whom hardware addresses were given out
  default boolean isHinted(Collection<Observation> soFar, Collection<String> makers) {
    return Hint.says(soFar, words().toArray(String[]::new))
        || makers.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .anyMatch(name -> words().stream().anyMatch(name::contains));
  }
}
