package lenswacht.fingerprint;

import java.util.List;
import java.util.Optional;
import lenswacht.fingerprint.Claim.Attribute;

/// "The label says X, the evidence says Y": whether the firm on the label made the asset, with the
/// signs of either side. Who owns a firm and where it has its seat is not said here.
///
/// @param answer whether label and maker are one firm
/// @param label what the label says
/// @param maker who made it
/// @param labelSays the claims that name the label, strongest first
/// @param makerSays the claims that name the maker, strongest first
/// @param restsOnList whether the maker follows from the list of who stands behind a label alone,
///     and from nothing that was seen of the asset
public record Origin(
    Answer answer,
    Optional<String> label,
    Optional<String> maker,
    List<Claim> labelSays,
    List<Claim> makerSays,
    boolean restsOnList) {
  public Origin {
    labelSays = List.copyOf(labelSays);
    makerSays = List.copyOf(makerSays);
  }

  /// Whether the firm on the label made it.
  public enum Answer {
    /// It did.
    OWN_MAKE,
    /// Another firm did.
    RELABELLED,
    /// Label or maker is not known.
    NOT_DETERMINED
  }

  static Origin of(Identification identification) {
    List<Claim> labelSays =
        identification.claims().stream()
            .filter(claim -> claim.attribute() == Attribute.BRAND)
            .filter(claim -> claim.trust() != Trust.MAC_PREFIX)
            .toList();
    Optional<String> label = labelSays.stream().findFirst().map(Claim::value);
    Optional<String> maker = identification.identity().maker();
    List<Claim> makerSays =
        identification.conclusion(Attribute.MAKER).map(Conclusion::supporting).orElse(List.of());
    return new Origin(
        answer(label, maker),
        label,
        maker,
        labelSays.stream().filter(claim -> label.equals(Optional.of(claim.value()))).toList(),
        makerSays,
        !makerSays.isEmpty() && makerSays.stream().allMatch(Claim::isFromLabel));
  }

  private static Answer answer(Optional<String> label, Optional<String> maker) {
    if (label.isEmpty() || maker.isEmpty()) {
      return Answer.NOT_DETERMINED;
    }
    return label.equals(maker) ? Answer.OWN_MAKE : Answer.RELABELLED;
  }
}
