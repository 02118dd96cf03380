package lenswacht.knowledge;

/// A partner government named a maker.
///
/// @param maker as the register spells it
/// @param state whose government, ISO 3166-1 alpha-2
/// @param instrument what it is called
/// @param source where this was read
/// @param date when it was made
public record Listing(String maker, String state, String instrument, String source, String date) {}
