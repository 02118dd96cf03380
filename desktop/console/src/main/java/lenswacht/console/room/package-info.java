/// What the other rooms do for the console's screens: cases and reports, the device at the other
/// end of the cable, makers and sentences of the knowledge edition. The screens know only the
/// interfaces that this package fills.
@NullMarked
package lenswacht.console.room;

import org.jspecify.annotations.NullMarked;
