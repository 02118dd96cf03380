/// The floors of a site: plans, what hangs where, what was seen while walking round, and how that
/// agrees with paper and network.
@NullMarked
package lenswacht.console.floor;

import org.jspecify.annotations.NullMarked;
