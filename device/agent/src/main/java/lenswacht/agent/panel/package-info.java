/// The face of the device as a value: what it shows and sounds for what the device is doing and for
/// the keys that were pressed. Decides nothing but what to show; knows no pins, no points and no
/// window.
@NullMarked
package lenswacht.agent.panel;

import org.jspecify.annotations.NullMarked;
