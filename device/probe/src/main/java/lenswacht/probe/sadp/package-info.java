/// SADP: the Hikvision family's search. Depends on observation, the door and the shared question
/// package.
@NullMarked
package lenswacht.probe.sadp;

import org.jspecify.annotations.NullMarked;
