/// What the console says: keys with parameters, turned into Dutch or English at the last moment and
/// again whenever the language changes.
@NullMarked
package lenswacht.console.text;

import org.jspecify.annotations.NullMarked;
