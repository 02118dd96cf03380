/// Which addresses are which asset: one asset behind several addresses, several behind one, and
/// answers that cannot be taken at their word. Functions of what was observed and when; nothing
/// here reads a clock.
@NullMarked
package lenswacht.fingerprint.asset;

import org.jspecify.annotations.NullMarked;
