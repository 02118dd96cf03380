/// A correct byte stream over a serial line that loses and alters octets: packets with CRC-32C,
/// sequence numbers, acknowledgement, retransmission and a heart-beat. Knows nothing of what is
/// carried: `link` builds on it.
@NullMarked
package lenswacht.link.serial;

import org.jspecify.annotations.NullMarked;
