package lenswacht.casefile;

import java.time.Instant;
import lenswacht.assessment.biometric.BiometricSystem;

/// A system on the register of those that tell faces apart.
///
/// @param system what was said of it
/// @param by who said it
/// @param at when, by the computer's clock
public record KeptSystem(BiometricSystem system, String by, Instant at) {}
