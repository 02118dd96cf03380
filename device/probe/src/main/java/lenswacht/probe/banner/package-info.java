/// What a service says by itself when a connection is made. Depends on observation, the door and
/// the shared question package.
@NullMarked
package lenswacht.probe.banner;

import org.jspecify.annotations.NullMarked;
