/// The screen that sums a case up: what was looked at, the two site levels apart, and the report.
@NullMarked
package lenswacht.console.overview;

import org.jspecify.annotations.NullMarked;
