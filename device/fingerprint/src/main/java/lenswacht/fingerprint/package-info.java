/// What a sighting means: true maker, brand on the label, model and firmware, each with the
/// observations that say so. Knowledge is data with examples inside it; this room reads no clock
/// and opens no socket.
@NullMarked
package lenswacht.fingerprint;

import org.jspecify.annotations.NullMarked;
