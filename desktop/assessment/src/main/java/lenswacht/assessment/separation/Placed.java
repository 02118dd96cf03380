package lenswacht.assessment.separation;

import lenswacht.fingerprint.asset.Trace;

/// An asset and where it was met.
///
/// @param name what it is called within the case
/// @param trace where it was met, and why that is one asset
public record Placed(String name, Trace trace) {}
