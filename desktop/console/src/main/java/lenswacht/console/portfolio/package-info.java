/// Many sites beside each other.
@NullMarked
package lenswacht.console.portfolio;

import org.jspecify.annotations.NullMarked;
