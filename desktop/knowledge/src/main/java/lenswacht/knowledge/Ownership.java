package lenswacht.knowledge;

import java.util.OptionalInt;

/// Who owns a maker, or part of it.
///
/// @param maker who is owned, as the register spells it
/// @param owner who owns, as the register spells it
/// @param share per cent, empty where not determined
/// @param controls whether the owner decides; a minority holder does not stand in the chain
/// @param source where this was read
/// @param date when that was written
/// @param status how well it was read
public record Ownership(
    String maker,
    String owner,
    OptionalInt share,
    boolean controls,
    String source,
    String date,
    Verified status) {}
