/// SNMP: what a system says of itself, read with a community that the owner supplied. Depends on
/// observation, the door and the shared question package.
@NullMarked
package lenswacht.probe.snmp;

import org.jspecify.annotations.NullMarked;
