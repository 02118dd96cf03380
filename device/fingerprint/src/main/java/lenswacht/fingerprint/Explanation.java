package lenswacht.fingerprint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Why an asset was identified as it was: for each attribute the conclusion and the signs on either
/// side, each with the part of the text that decided and the knowledge that it was held against.
///
/// @param edition the catalogue's edition
/// @param chains one for each attribute on which anything was claimed
/// @param origin whether the label names the maker
/// @param kinships how the firms on label and maker are related to others
/// @param firmware the version as its maker means it, where its grammar reads it
public record Explanation(
    LocalDate edition,
    List<Chain> chains,
    Origin origin,
    List<Kinship> kinships,
    Optional<FirmwareVersion> firmware) {
  public Explanation {
    chains = List.copyOf(chains);
    kinships = List.copyOf(kinships);
  }

  /// What leads to one conclusion.
  public record Chain(Conclusion conclusion, List<Sign> supporting, List<Sign> opposing) {
    public Chain {
      supporting = List.copyOf(supporting);
      opposing = List.copyOf(opposing);
    }
  }

  /// One claim and what decided it.
  ///
  /// @param claim what was claimed, with the text that was seen
  /// @param from where the decisive part of the text begins
  /// @param to where it ends
  /// @param knowledge what the text was held against; empty where it is a list of names
  public record Sign(Claim claim, int from, int to, Optional<Knowledge> knowledge) {
    /// The decisive part of the text.
    public String decisive() {
      return claim.seen().substring(from, to);
    }
  }

  /// A line of the catalogue.
  ///
  /// @param pattern the regular expression
  /// @param source where the knowledge comes from
  /// @param dated when it was entered or checked
  public record Knowledge(String pattern, String source, LocalDate dated) {}
}
