/// What frames on a network say below TCP: bytes into records or reasons. Depends on observation,
/// the door's frames and the shared question package; knows no host and keeps nothing.
@NullMarked
package lenswacht.probe.frame;

import org.jspecify.annotations.NullMarked;
