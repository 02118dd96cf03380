/// DHIP and the private port: the Dahua family's search and its realm greeting. Depends on
/// observation, the door and the shared question package.
@NullMarked
package lenswacht.probe.dhip;

import org.jspecify.annotations.NullMarked;
