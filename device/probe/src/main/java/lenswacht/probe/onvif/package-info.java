/// ONVIF's device service without credentials. Depends on observation, the door, the shared
/// question package and HTTP.
@NullMarked
package lenswacht.probe.onvif;

import org.jspecify.annotations.NullMarked;
