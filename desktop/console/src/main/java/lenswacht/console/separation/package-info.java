/// Which zones of the building reach which, held against what was agreed.
@NullMarked
package lenswacht.console.separation;

import org.jspecify.annotations.NullMarked;
