package lenswacht.console.visit;

import lenswacht.observation.Mandate;

/// A mandate that is whole.
///
/// @param mandate what it allows
/// @param signer the first digits of the hash of the key that signed it, as people compare them
public record OpenedMandate(Mandate mandate, String signer) {}
