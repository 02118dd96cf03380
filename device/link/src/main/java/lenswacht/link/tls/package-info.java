/// TLS 1.3 with pinned Ed25519 keys over any pair of byte streams. Knows nothing of cables and
/// messages: `link` builds on it.
@NullMarked
package lenswacht.link.tls;

import org.jspecify.annotations.NullMarked;
