/// What travels to a device besides orders: programs and knowledge, signed by who publishes them.
/// Reads and writes such packages; installs nothing. May know observation alone.
@NullMarked
package lenswacht.link.update;

import org.jspecify.annotations.NullMarked;
