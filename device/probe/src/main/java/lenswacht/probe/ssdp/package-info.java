/// SSDP and UPnP descriptions. Depends on observation, the door, the shared question package and
/// HTTP.
@NullMarked
package lenswacht.probe.ssdp;

import org.jspecify.annotations.NullMarked;
