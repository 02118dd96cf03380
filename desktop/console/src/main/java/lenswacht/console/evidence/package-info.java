/// Whether everything that is kept of a case still holds, and through whose hands it went.
@NullMarked
package lenswacht.console.evidence;

import org.jspecify.annotations.NullMarked;
