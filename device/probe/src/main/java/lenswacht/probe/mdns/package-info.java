/// mDNS: names and service types, asked by unicast. Depends on observation, the door and the
/// shared question package.
@NullMarked
package lenswacht.probe.mdns;

import org.jspecify.annotations.NullMarked;
