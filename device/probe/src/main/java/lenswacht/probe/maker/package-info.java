/// Searches of single makers, put only to hosts that point to that maker. Depends on observation,
/// the door and the shared question package.
@NullMarked
package lenswacht.probe.maker;

import org.jspecify.annotations.NullMarked;
