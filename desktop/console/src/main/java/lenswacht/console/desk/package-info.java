/// The case on the officer's desk: what every screen shows, and the work that runs behind it.
@NullMarked
package lenswacht.console.desk;

import org.jspecify.annotations.NullMarked;
