/// TLS: whose name the certificate carries. Depends on observation, the door and the shared
/// question package.
@NullMarked
package lenswacht.probe.tls;

import org.jspecify.annotations.NullMarked;
