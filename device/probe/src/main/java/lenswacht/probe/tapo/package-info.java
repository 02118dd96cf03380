/// The TP-Link family's search. Depends on observation, the door and the shared question package.
@NullMarked
package lenswacht.probe.tapo;

import org.jspecify.annotations.NullMarked;
