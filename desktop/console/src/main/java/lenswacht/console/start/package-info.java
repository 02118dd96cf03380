/// The first screen: three doors, recent cases and the practice building.
@NullMarked
package lenswacht.console.start;

import org.jspecify.annotations.NullMarked;
