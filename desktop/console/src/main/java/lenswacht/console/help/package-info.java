/// The manual of the console.
@NullMarked
package lenswacht.console.help;

import org.jspecify.annotations.NullMarked;
