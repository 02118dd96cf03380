/// WS-Discovery: ONVIF's search. Depends on observation, the door and the shared question package.
@NullMarked
package lenswacht.probe.wsdiscovery;

import org.jspecify.annotations.NullMarked;
