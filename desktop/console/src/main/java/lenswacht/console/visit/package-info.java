/// The screen of a visit: connect to the device, compare digits, start, follow, stop.
@NullMarked
package lenswacht.console.visit;

import org.jspecify.annotations.NullMarked;
