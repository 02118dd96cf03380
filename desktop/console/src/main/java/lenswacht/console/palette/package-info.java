/// Searches everything and runs it.
@NullMarked
package lenswacht.console.palette;

import org.jspecify.annotations.NullMarked;
