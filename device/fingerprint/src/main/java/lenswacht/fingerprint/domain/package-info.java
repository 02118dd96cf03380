/// Names of services outside a building that video equipment is known to call, and of services that
/// recognise faces: who runs them, from where, what for. Depends on observation only.
@NullMarked
package lenswacht.fingerprint.domain;

import org.jspecify.annotations.NullMarked;
