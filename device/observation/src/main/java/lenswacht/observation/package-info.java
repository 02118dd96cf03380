/// Facts that can be seen on a network, each with the bytes it was read from; the mandate that
/// allowed looking; and the journal that keeps what was seen. Depends on nothing of ours: every
/// other room depends on this one.
@NullMarked
package lenswacht.observation;

import org.jspecify.annotations.NullMarked;
