/// HTTP: front pages, favicons, and the few paths that makers keep open or answer with a telling
/// refusal. Depends on observation, the door and the shared question package.
@NullMarked
package lenswacht.probe.http;

import org.jspecify.annotations.NullMarked;
