/// Frames: a type octet, a length and that many octets. Knows nothing of what they mean: `link`
/// builds on it.
@NullMarked
package lenswacht.link.frame;

import org.jspecify.annotations.NullMarked;
