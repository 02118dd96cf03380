package lenswacht.knowledge;

import java.util.List;
import java.util.OptionalInt;

/// A maker of cameras or recorders, as far as it is known.
///
/// @param name as the fingerprint catalogue spells it
/// @param owner who owns it, empty where not determined
/// @param seats states of its seat, ISO 3166-1 alpha-2; several where the register names several;
///     empty where not determined
/// @param stateShare share of a state in it, per cent; empty where not determined
/// @param source where this was read
/// @param date when that was written
/// @param status how well it was read
public record Maker(
    String name,
    String owner,
    List<String> seats,
    OptionalInt stateShare,
    String source,
    String date,
    Verified status) {
  public Maker {
    seats = List.copyOf(seats);
  }
}
